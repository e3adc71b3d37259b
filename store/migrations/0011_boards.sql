-- Boards: one message in a staff group that shows what its topics do not show yet.

-- The key prevents a second board in one group. `shown` is the digest of what Telegram accepted.
CREATE TABLE boards (
    group_id INTEGER PRIMARY KEY,
    message_id INTEGER,
    shown TEXT,
    shown_at REAL NOT NULL DEFAULT 0,
    -- prevents a board of which nobody knows what it says
    CHECK ((message_id IS NULL) = (shown IS NULL))
);
