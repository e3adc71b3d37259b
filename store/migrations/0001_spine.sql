-- Inbox, outbox and chats: the least that makes an update durable.

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
    keep TEXT CHECK (keep IS NULL OR keep = 'screen'),
    about TEXT,
    created_at REAL NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'uncertain', 'failed')),
    reason TEXT,
    -- prevents a waiting call without content, and content that outlives its call
    CHECK ((state = 'waiting') = (payload IS NOT NULL)),
    CHECK ((state = 'waiting') = (reason IS NULL))
);

-- Prevents the same reply of one update from being queued twice.
CREATE UNIQUE INDEX outbox_once ON outbox (update_id, ordinal) WHERE update_id IS NOT NULL;

-- One row per conversation.
CREATE TABLE chats (
    chat_id INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL DEFAULT '{}',
    screen_message_id INTEGER,
    blocked INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)),
    case_id INTEGER,
    changed_at REAL NOT NULL
);

-- Prevents one case from being open in two conversations: an officer's answer
-- would reach the wrong person.
CREATE UNIQUE INDEX chats_case ON chats (case_id) WHERE case_id IS NOT NULL;
