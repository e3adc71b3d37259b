-- A database that was put back is older than what has happened: how it is noticed, what was not sent.

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
