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
