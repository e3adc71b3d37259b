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
