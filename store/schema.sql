-- The whole schema as it is now. A test proves that the migrations, in order, lead here.

-- Which migrations this database has seen.
CREATE TABLE migrations (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);

-- Updates as Telegram delivered them (masked). The key is Telegram's own number:
-- it prevents a redelivered update from being handled twice.
CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    chat_id INTEGER,
    received_at REAL NOT NULL,
    body TEXT,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'parked', 'done')),
    failures INTEGER NOT NULL DEFAULT 0,
    next_try REAL NOT NULL DEFAULT 0,
    reason TEXT,
    -- when it was written, by our clock
    written_at REAL NOT NULL DEFAULT 0,
    -- what it is known by besides its number
    stamp INTEGER,
    -- prevents a waiting update that can never be handled because its content is gone
    CHECK (state <> 'waiting' OR body IS NOT NULL),
    -- prevents keeping what a person said, or who, after it was dealt with
    CHECK (state <> 'done' OR (body IS NULL AND chat_id IS NULL)),
    -- prevents parking without saying why
    CHECK ((state = 'parked') = (reason IS NOT NULL))
);

-- The next batch is found without reading the finished ones.
CREATE INDEX inbox_waiting ON inbox (update_id) WHERE state = 'waiting';

-- Only failing updates are in it: it answers "does an earlier update hold this chat back?".
CREATE INDEX inbox_failing ON inbox (chat_id, update_id) WHERE state = 'waiting' AND failures > 0;

-- "Who wrote just now?" and "what waits of this chat?" are answered without reading the backlog.
CREATE INDEX inbox_written ON inbox (written_at) WHERE state = 'waiting';
CREATE INDEX inbox_of_chat ON inbox (chat_id, update_id) WHERE state = 'waiting';

-- Bot API calls that were decided and that Telegram has not yet accepted.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    update_id INTEGER,
    ordinal INTEGER NOT NULL,
    chat_id INTEGER,
    lane TEXT NOT NULL,
    priority INTEGER NOT NULL,
    method TEXT NOT NULL,
    payload TEXT,
    about TEXT,
    created_at REAL NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'uncertain', 'failed')),
    reason TEXT,
    -- what an unknown outcome means; prevents a call that nobody knows how to repeat
    delivery TEXT NOT NULL DEFAULT 'again'
        CHECK (delivery IN ('ask', 'again', 'screen', 'once', 'drop')),
    -- prevents a waiting call without content, and content that outlives its call
    CHECK ((state = 'waiting') = (payload IS NOT NULL)),
    CHECK ((state = 'waiting') = (reason IS NULL))
);

-- Prevents the same reply of one update from being queued twice.
CREATE UNIQUE INDEX outbox_once ON outbox (update_id, ordinal) WHERE update_id IS NOT NULL;

-- "Is something still on its way there?", asked for lanes whose outcome somebody hears.
CREATE INDEX outbox_heard ON outbox (lane) WHERE state = 'waiting' AND about IS NOT NULL;

-- A newer screen finds those of its chat that still wait.
CREATE INDEX outbox_screens ON outbox (chat_id) WHERE state = 'waiting' AND delivery = 'screen';

-- The last screen of a chat that may not have arrived. It is shown once more when the person is
-- there again. The key prevents showing somebody more than that one.
CREATE TABLE unseen (
    chat_id INTEGER PRIMARY KEY,
    method TEXT NOT NULL,
    payload TEXT NOT NULL,
    at REAL NOT NULL
);

-- What is wrong with the bot, in a staff group or (0) in none, since when, when the supervisor last
-- heard of it, and since when it is over. The key prevents telling one thing twice.
CREATE TABLE alarms (
    wrong TEXT NOT NULL,
    group_id INTEGER NOT NULL,
    since REAL NOT NULL,
    said_at REAL,
    gone_at REAL,
    PRIMARY KEY (wrong, group_id)
);

-- The bot to whom all of this belongs. The check prevents a second one: numbers of updates, messages
-- and files mean something else to every bot. `watched_at`: when it last looked after itself; written
-- each minute, so that a full disk is noticed.
CREATE TABLE bot (
    one INTEGER PRIMARY KEY DEFAULT 1 CHECK (one = 1),
    bot_id INTEGER NOT NULL,
    watched_at REAL NOT NULL DEFAULT 0
);

-- One row per conversation.
CREATE TABLE chats (
    chat_id INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL DEFAULT '{}',
    blocked INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)),
    case_id INTEGER,
    changed_at REAL NOT NULL
);

-- Prevents one case from being open in two conversations: an officer's answer
-- would reach the wrong person.
CREATE UNIQUE INDEX chats_case ON chats (case_id) WHERE case_id IS NOT NULL;

-- Calls that may be made only once and have taken off. What is still here after a crash may or may
-- not have reached Telegram: it is settled as uncertain instead of being sent a second time.
CREATE TABLE flights (
    call_id INTEGER PRIMARY KEY
);

-- Staff groups. The newest message we know of bounds the search for a topic whose creation is
-- uncertain; `moved_to` follows Telegram when a group gets a new number.
CREATE TABLE desk_groups (
    group_id INTEGER PRIMARY KEY,
    last_message_id INTEGER NOT NULL DEFAULT 0,
    moved_to INTEGER
);

-- Topics of a staff group that people opened themselves: the search for a lost topic must not take
-- one of them for it.
CREATE TABLE own_topics (
    group_id INTEGER NOT NULL,
    topic_id INTEGER NOT NULL,
    PRIMARY KEY (group_id, topic_id)
);

-- Who may do what in which group. Nobody who is not here may do anything.
CREATE TABLE staff (
    user_id INTEGER NOT NULL,
    group_id INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('petugas', 'supervisor', 'editor')),
    name TEXT NOT NULL DEFAULT '',
    -- 1 once Telegram has said that the person is in the group; only then the role counts
    confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)),
    given_by INTEGER,
    given_at REAL NOT NULL,
    checked_at REAL NOT NULL DEFAULT 0,
    PRIMARY KEY (user_id, group_id)
);

-- One period in which a person, not the bot, holds a conversation.
CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    -- a code is read out over the telephone: it must never name two cases
    code TEXT NOT NULL UNIQUE,
    trust_words TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    office TEXT NOT NULL,
    desk TEXT,
    group_id INTEGER NOT NULL,
    topic_id INTEGER,
    topic TEXT NOT NULL DEFAULT 'none' CHECK (topic IN ('none', 'creating', 'lost', 'there')),
    topic_name TEXT NOT NULL DEFAULT '',
    card_message_id INTEGER,
    card_due INTEGER NOT NULL DEFAULT 0 CHECK (card_due IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'held', 'closed')),
    officer_id INTEGER,
    officer_name TEXT NOT NULL DEFAULT '',
    place INTEGER NOT NULL,
    stage TEXT NOT NULL,
    stage_at REAL,
    told_at REAL,
    opened_at REAL NOT NULL,
    waiting_since REAL,
    taken_at REAL,
    first_reply_at REAL,
    unanswered_since REAL,
    last_at REAL,
    closed_at REAL,
    closed_by TEXT,
    reason TEXT,
    rating INTEGER CHECK (rating BETWEEN 1 AND 5),
    comment TEXT NOT NULL DEFAULT '',
    context TEXT NOT NULL DEFAULT '{}',
    -- counted up with every change: of two that read the same row, the second finds nothing to save
    version INTEGER NOT NULL DEFAULT 1,
    -- a refused topic is not tried again before
    topic_after REAL,
    -- prevents a case that somebody holds without our knowing who, and a waiting one with an owner
    CHECK (state <> 'held' OR officer_id IS NOT NULL),
    CHECK (state <> 'waiting' OR officer_id IS NULL),
    -- prevents a closed case that nobody closed, and an open one that somebody did
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CHECK ((state = 'closed') = (reason IS NOT NULL)),
    -- prevents a message from being sent into a topic that is not there
    CHECK ((topic = 'there') = (topic_id IS NOT NULL))
);

-- Prevents two open cases of one person: two officers would answer the same conversation.
CREATE UNIQUE INDEX cases_open ON cases (chat_id) WHERE state <> 'closed';

-- Prevents two cases in one topic: an answer would reach two people.
CREATE UNIQUE INDEX cases_topic ON cases (group_id, topic_id) WHERE topic_id IS NOT NULL;

-- The clock of the desk looks at open cases and at cards to be drawn, several times a second.
CREATE INDEX cases_of_chat ON cases (chat_id, opened_at);
CREATE INDEX cases_card ON cases (id) WHERE card_due = 1;

-- Every message carried, in either direction: what became of it, and which two messages belong
-- together. The text is masked, and removed after the set time.
CREATE TABLE case_messages (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    author_id INTEGER NOT NULL,
    participant_message_id INTEGER,
    topic_message_id INTEGER,
    reply_to INTEGER,
    kind TEXT NOT NULL,
    text TEXT,
    entities TEXT,
    album TEXT,
    state TEXT NOT NULL CHECK (state IN (
        'pending', 'sending', 'delivered', 'refused', 'uncertain', 'held', 'dropped')),
    created_at REAL NOT NULL,
    sent_at REAL,
    -- It has a revision, which grows with every change by its author. `sent_revision` is the one the
    -- other side really has (0: none), `changing` the one on its way as a change (0: none).
    revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
    -- prevents the other side from having what nobody wrote yet
    sent_revision INTEGER NOT NULL DEFAULT 0 CHECK (sent_revision BETWEEN 0 AND revision),
    changing INTEGER NOT NULL DEFAULT 0 CHECK (changing BETWEEN 0 AND revision),
    -- An officer takes it back: `wanted` until the copy is gone, `kept` where Telegram forbids it.
    back TEXT NOT NULL DEFAULT '' CHECK (back IN ('', 'wanted', 'gone', 'kept')),
    -- Why Telegram said no the last time, how often, and when it is tried again.
    reason TEXT,
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    next_at REAL NOT NULL DEFAULT 0,
    -- JSON: sort, number, and what stays the same while it is the same file.
    file TEXT,
    -- prevents a carried message that could never be carried, for lack of its original
    CHECK (direction <> 'in' OR participant_message_id IS NOT NULL),
    CHECK (direction <> 'out' OR topic_message_id IS NOT NULL),
    -- prevents "delivered" without the number Telegram gave to the copy
    CHECK (state <> 'delivered' OR (participant_message_id IS NOT NULL
                                    AND topic_message_id IS NOT NULL))
);

-- Prevents one message of a person from being carried twice into a case.
CREATE UNIQUE INDEX case_messages_in ON case_messages (case_id, participant_message_id)
    WHERE direction = 'in';

-- Prevents one message of an officer from being carried twice to a person.
CREATE UNIQUE INDEX case_messages_out ON case_messages (case_id, topic_message_id)
    WHERE direction = 'out';

-- What still has to go on its way.
CREATE INDEX case_messages_open ON case_messages (case_id, id)
    WHERE state IN ('pending', 'sending');

-- Who did what with which case, when. No texts.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at REAL NOT NULL,
    actor_id INTEGER NOT NULL,
    act TEXT NOT NULL,
    case_id INTEGER,
    about TEXT NOT NULL DEFAULT ''
);
CREATE INDEX audit_at ON audit (at);

-- "Kode saya": a code that a person reads out to 175, before there is a case.
CREATE TABLE codes (
    code TEXT PRIMARY KEY,
    -- prevents two valid codes of one person
    chat_id INTEGER NOT NULL UNIQUE,
    trust_words TEXT NOT NULL,
    made_at REAL NOT NULL
);

-- Who met which trouble where: for the supervisor's card and for /macet. Pruned after days.
CREATE TABLE troubles_seen (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    trouble TEXT NOT NULL,
    guide TEXT NOT NULL,
    step TEXT NOT NULL,
    at REAL NOT NULL
);
CREATE INDEX troubles_seen_at ON troubles_seen (at, trouble);

-- A disturbance the supervisors know of. Offered once as a card, announced by a tap, ended by one.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    trouble TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('offered', 'on', 'off')),
    at REAL NOT NULL,
    ended_at REAL
);

-- Prevents a second card and a second announcement of the same disturbance.
CREATE UNIQUE INDEX notices_trouble ON notices (trouble) WHERE state <> 'off';

-- Who was told of a disturbance and has to be told of its end.
CREATE TABLE notice_told (
    notice_id INTEGER NOT NULL REFERENCES notices (id),
    chat_id INTEGER NOT NULL,
    -- prevents telling somebody twice
    PRIMARY KEY (notice_id, chat_id)
);

-- Good answers for the editors, masked. No name, no case.
CREATE TABLE faq_drafts (
    id INTEGER PRIMARY KEY,
    at REAL NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL
);

-- Telegram's name for content that we uploaded. The key is the hash of the content:
-- it prevents a changed picture from being sent as it was before.
CREATE TABLE files (
    key TEXT PRIMARY KEY,
    file_id TEXT NOT NULL
);

-- The text is masked, the day is Jakarta's (ISO), `nearest` a JSON list of topic ids. No chat, no
-- person. The key prevents a wording of one day from filling the list: it is counted instead.
CREATE TABLE questions (
    text TEXT NOT NULL,
    day TEXT NOT NULL,
    nearest TEXT NOT NULL,
    times INTEGER NOT NULL DEFAULT 1 CHECK (times > 0),
    PRIMARY KEY (text, day)
);

-- What is too old is found without reading the rest.
CREATE INDEX questions_day ON questions (day);

-- Officers are asked whether statements still hold. One row a question, with its answer. `week` and
-- `place` are those of the office, `digest` names the text that was asked about, `sentence` is
-- masked. No person.
CREATE TABLE statements_asked (
    id INTEGER PRIMARY KEY,
    office TEXT NOT NULL,
    group_id INTEGER NOT NULL,
    week TEXT NOT NULL,
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 3),
    statement TEXT NOT NULL,
    digest TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    message_id INTEGER,
    says TEXT CHECK (says IN ('benar', 'berubah', 'beda', 'tidak_tahu')),
    sentence TEXT NOT NULL DEFAULT '',
    answered_on TEXT,
    answered_at REAL,
    -- prevents an answer of which nobody knows when it was given
    CHECK ((says IS NULL) = (answered_on IS NULL) AND (says IS NULL) = (answered_at IS NULL))
);

-- Prevents asking an office a second time in one week.
CREATE UNIQUE INDEX statements_asked_once ON statements_asked (office, week, place);

-- A sentence is written below the message of its question.
CREATE INDEX statements_asked_message ON statements_asked (group_id, message_id);

-- The latest say of an office on a text is found without reading the rest.
CREATE INDEX statements_asked_text ON statements_asked (statement, digest, office);

-- Texts that several offices have contradicted and for which an editor was called. The key prevents
-- a second call for the same text, unless it was checked anew.
CREATE TABLE statements_disputed (
    statement TEXT NOT NULL,
    digest TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    called_on TEXT NOT NULL,
    PRIMARY KEY (statement, digest, checked_on)
);

-- How claims went, as people told it: counted by week, statement and branch. No chat, no person, and
-- no order in which it was told. The key makes a second one of a kind a count.
CREATE TABLE claim_results (
    week TEXT NOT NULL,
    statement TEXT NOT NULL,
    office TEXT NOT NULL,
    came TEXT NOT NULL CHECK (came IN ('diterima', 'ditolak', 'diminta', 'belum')),
    detail TEXT NOT NULL,
    times INTEGER NOT NULL DEFAULT 1 CHECK (times > 0),
    PRIMARY KEY (week, statement, office, came, detail)
) WITHOUT ROWID;

-- `kind` and `answer` name the answer (JSON list of its ids), `said` is a digest of what it stood on
-- when that was last told. `told_at`: when the last notice was decided, 0 for none yet. The key
-- prevents two notices of one change.
CREATE TABLE watches (
    chat_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    answer TEXT NOT NULL,
    said TEXT NOT NULL,
    asked_at REAL NOT NULL,
    told_at REAL NOT NULL DEFAULT 0,
    PRIMARY KEY (chat_id, kind, answer)
);

-- "Who was told otherwise of this answer?" is asked for every answer that somebody watches.
CREATE INDEX watches_answer ON watches (kind, answer, said);

-- One message in a staff group that shows what its topics do not show yet.
-- The key prevents a second board in one group. `shown` is the digest of what Telegram accepted.
CREATE TABLE boards (
    group_id INTEGER PRIMARY KEY,
    message_id INTEGER,
    shown TEXT,
    shown_at REAL NOT NULL DEFAULT 0,
    -- prevents a board of which nobody knows what it says
    CHECK ((message_id IS NULL) = (shown IS NULL))
);

-- The database's own pulse. `name` is random and stays with every copy; `beat` goes up each minute,
-- and a small file beside the database says how far it has come: a lower one here is an older copy.
-- A count, because clocks are set back.
CREATE TABLE pulse (
    -- prevents two pulses, of which nobody would know the right one
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    beat INTEGER NOT NULL,
    at REAL NOT NULL
);

-- Each time what is remembered fell behind what has happened. Nothing is known of the time from
-- `ends_at` to `noticed_at`.
CREATE TABLE setbacks (
    id INTEGER PRIMARY KEY,
    sign TEXT NOT NULL CHECK (sign IN ('restore', 'pulse', 'updates')),
    ends_at REAL NOT NULL,
    noticed_at REAL NOT NULL,
    -- calls that were not sent a second time; NULL until it was seen to, once
    calls INTEGER,
    -- prevents telling the staff twice
    told_at REAL
);

-- Calls that had been decided before and may have been sent since. Kept to be looked at, for a while.
CREATE TABLE held_back (
    id INTEGER PRIMARY KEY,
    setback_id INTEGER NOT NULL REFERENCES setbacks (id),
    chat_id INTEGER,
    method TEXT NOT NULL,
    payload TEXT NOT NULL,
    created_at REAL NOT NULL
);

-- Who has been told of a setback.
CREATE TABLE setbacks_told (
    setback_id INTEGER NOT NULL REFERENCES setbacks (id),
    chat_id INTEGER NOT NULL,
    -- prevents telling somebody twice
    PRIMARY KEY (setback_id, chat_id)
);

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

-- Topics that go: with every word, photo and recording that was copied into them.

-- A row stands from the moment a topic is no longer a case's own (the case moved on, its time to be
-- kept is over, or somebody erased everything) until Telegram has said that the topic is gone. So
-- the rows with a `next_at` are exactly what still exists and should not.
CREATE TABLE leaving_topics (
    group_id INTEGER NOT NULL,
    topic_id INTEGER NOT NULL,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    why TEXT NOT NULL CHECK (why IN ('pindah', 'lama', 'dihapus')),
    since REAL NOT NULL,
    -- when it is asked for (again); NULL while it may stay
    next_at REAL,
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    -- when the supervisor was told that it does not go
    told_at REAL,
    -- prevents two rows for one topic: one of them would never be cleared
    PRIMARY KEY (group_id, topic_id),
    -- prevents a topic that has to go and that nobody asks to go
    CHECK (why = 'pindah' OR next_at IS NOT NULL)
);
CREATE INDEX leaving_topics_due ON leaving_topics (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX leaving_topics_case ON leaving_topics (case_id);

-- Bells: who of the staff is called in the private chat, too.

-- Telegram lets a bot write only to who has started it; a row stands for whoever has, once known as
-- staff. `rings` is 0 for who turned it off: prevents turning it on again at the next /start.
CREATE TABLE bells (
    user_id INTEGER PRIMARY KEY,
    rings INTEGER NOT NULL CHECK (rings IN (0, 1)),
    since REAL NOT NULL
);

-- The day for which a group last had its list of what is unanswered: prevents a second list.
CREATE TABLE days_listed (
    group_id INTEGER PRIMARY KEY,
    day TEXT NOT NULL
);

-- Topics that cases have left. `step` is what is still to be done there, in this order: the card says
-- where the case is now, then the name does, then it is closed. Not before `next_at` (Unix seconds).
CREATE TABLE farewells (
    group_id INTEGER NOT NULL,
    topic_id INTEGER NOT NULL,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    card_message_id INTEGER,
    left_at REAL NOT NULL,
    step TEXT NOT NULL DEFAULT 'card' CHECK (step IN ('card', 'name', 'close', 'done')),
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    next_at REAL NOT NULL DEFAULT 0,
    -- prevents words in an old topic from leading to two cases
    PRIMARY KEY (group_id, topic_id)
);

-- The reconciler looks every second for what is still to be done.
CREATE INDEX farewells_due ON farewells (next_at) WHERE step <> 'done';
