-- name: claims_add(week, statement, office, came, detail)
INSERT INTO claim_results (week, statement, office, came, detail)
VALUES (:week, :statement, :office, :came, :detail)
ON CONFLICT (week, statement, office, came, detail) DO UPDATE SET times = times + 1;

-- name: claims_between(first, last)
SELECT week, statement, office, came, detail, times FROM claim_results
WHERE week >= :first AND week <= :last;

-- name: claims_prune(before)
DELETE FROM claim_results WHERE week < :before;
