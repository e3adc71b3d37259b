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
