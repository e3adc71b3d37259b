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
