-- The ledger: what each side of a case ought to be told, and what Telegram has accepted of it.

-- One row a thing told. `what` is a word of `store.ledger.What`, `subject` tells several of a kind
-- apart: the carried message it is about, or the version of the case that brought it about.
-- `wanted` and `shown` are revisions (a digest, a name, a mark; empty for nothing): what it must say,
-- and what Telegram has accepted that it says. `said` is the message itself, JSON without its place,
-- while it may have to be sent again. Times are Unix seconds.
CREATE TABLE told (
    -- prevents telling one thing in two ways at once: what is wanted anew replaces what was wanted
    case_id INTEGER NOT NULL REFERENCES cases (id),
    side TEXT NOT NULL CHECK (side IN ('participant', 'staff')),
    what TEXT NOT NULL CHECK (what IN (
        'card', 'name', 'pinned', 'mark', 'note', 'held', 'warning', 'reminder', 'call', 'asked',
        'opened', 'taken', 'returned', 'moved', 'passed_on', 'closed', 'reopened')),
    subject INTEGER NOT NULL DEFAULT 0,
    wanted TEXT NOT NULL,
    shown TEXT NOT NULL DEFAULT '',
    said TEXT,
    message_id INTEGER,
    state TEXT NOT NULL CHECK (state IN ('due', 'sending', 'shown', 'refused')),
    reason TEXT,
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    next_at REAL NOT NULL DEFAULT 0,
    at REAL NOT NULL,
    PRIMARY KEY (case_id, side, what, subject),
    -- prevents "shown" over something else than what Telegram accepted
    CHECK (state <> 'shown' OR wanted = shown),
    -- prevents words that outlive their delivery
    CHECK (state <> 'shown' OR said IS NULL),
    -- prevents giving up without saying why
    CHECK (state <> 'refused' OR reason IS NOT NULL)
);

-- The reconciler looks every second for what is due, and for what has been on its way too long.
CREATE INDEX told_due ON told (next_at) WHERE state = 'due';
CREATE INDEX told_sending ON told (at) WHERE state = 'sending';

-- A message has a revision, which grows with every change by its author. `sent_revision` is the one
-- the other side really has (0: none), `changing` the one that is on its way as a change (0: none).
ALTER TABLE case_messages ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0);
-- prevents the other side from having what nobody wrote yet
ALTER TABLE case_messages ADD COLUMN sent_revision INTEGER NOT NULL DEFAULT 0
    CHECK (sent_revision BETWEEN 0 AND revision);
ALTER TABLE case_messages ADD COLUMN changing INTEGER NOT NULL DEFAULT 0
    CHECK (changing BETWEEN 0 AND revision);
-- An officer takes a message back: `wanted` until the participant's copy is gone, `kept` where
-- Telegram does not let us.
ALTER TABLE case_messages ADD COLUMN back TEXT NOT NULL DEFAULT ''
    CHECK (back IN ('', 'wanted', 'gone', 'kept'));
-- Why Telegram said no the last time, how often, and when it is tried again.
ALTER TABLE case_messages ADD COLUMN reason TEXT;
ALTER TABLE case_messages ADD COLUMN tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0);
ALTER TABLE case_messages ADD COLUMN next_at REAL NOT NULL DEFAULT 0;
-- The file itself (JSON: sort, number, and what stays the same while it is the same file): a
-- replaced one is told apart by it.
ALTER TABLE case_messages ADD COLUMN file TEXT;

UPDATE case_messages SET sent_revision = 1 WHERE state = 'delivered';

-- Changes and what is taken back, still to be brought to the other side.
CREATE INDEX case_messages_changed ON case_messages (case_id)
    WHERE (back = 'wanted' OR state = 'delivered' AND sent_revision <> revision AND back = '');
CREATE INDEX case_messages_changing ON case_messages (id) WHERE changing <> 0;

-- What may have got lost between two transactions is found without reading the rest.
CREATE INDEX case_messages_sending ON case_messages (sent_at) WHERE state = 'sending';

-- What was too long for one message of the topic goes on in others: the second is part 1. The key
-- prevents a part from standing there twice, with the words of two revisions.
CREATE TABLE case_parts (
    row_id INTEGER NOT NULL REFERENCES case_messages (id),
    part INTEGER NOT NULL CHECK (part > 0),
    topic_message_id INTEGER NOT NULL,
    PRIMARY KEY (row_id, part)
);
