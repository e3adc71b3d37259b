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
