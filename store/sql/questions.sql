-- name: questions_add(text, day, nearest)
INSERT INTO questions (text, day, nearest) VALUES (:text, :day, :nearest)
ON CONFLICT (text, day) DO UPDATE SET times = times + 1, nearest = excluded.nearest;

-- name: questions_since(day)
SELECT text, day, nearest, times FROM questions WHERE day >= :day ORDER BY day, text;

-- name: questions_prune(before)
DELETE FROM questions WHERE day < :before;
