-- Who asked to be told when an answer changes.

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
