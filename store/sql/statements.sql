-- name: statements_ask(office, group_id, week, place, statement, digest, asked_on)
INSERT INTO statements_asked (office, group_id, week, place, statement, digest, asked_on)
VALUES (:office, :group_id, :week, :place, :statement, :digest, :asked_on)
RETURNING id;

-- name: statements_week(office, week)
SELECT COUNT(*) FROM statements_asked WHERE office = :office AND week = :week;

-- name: statements_since(day)
SELECT id, office, group_id, statement, digest, asked_on, says, sentence, answered_on, answered_at
FROM statements_asked WHERE asked_on >= :day ORDER BY id;

-- name: statements_one(id)
SELECT id, office, group_id, statement, digest, asked_on, says, sentence, answered_on, answered_at
FROM statements_asked WHERE id = :id;

-- name: statements_below(group_id, message_id)
SELECT id, office, group_id, statement, digest, asked_on, says, sentence, answered_on, answered_at
FROM statements_asked WHERE group_id = :group_id AND message_id = :message_id;

-- name: statements_said()
-- The latest say of every office on every text.
SELECT a.id, a.office, a.group_id, a.statement, a.digest, a.asked_on, a.says, a.sentence,
    a.answered_on, a.answered_at
FROM statements_asked a
WHERE a.says IS NOT NULL AND a.says <> 'tidak_tahu' AND NOT EXISTS (
    SELECT 1 FROM statements_asked b
    WHERE b.statement = a.statement AND b.digest = a.digest AND b.office = a.office
        AND b.says IS NOT NULL AND b.says <> 'tidak_tahu'
        AND (b.answered_at > a.answered_at OR (b.answered_at = a.answered_at AND b.id > a.id))
)
ORDER BY a.answered_at, a.id;

-- name: statements_answer(says, message_id, answered_on, answered_at, id)
UPDATE statements_asked SET says = :says, message_id = :message_id, answered_on = :answered_on,
    answered_at = :answered_at
WHERE id = :id AND says IS NULL;

-- name: statements_take_back(id)
UPDATE statements_asked SET says = NULL, sentence = '', answered_on = NULL, answered_at = NULL
WHERE id = :id AND says IS NOT NULL;

-- name: statements_explain(sentence, id)
UPDATE statements_asked SET sentence = :sentence WHERE id = :id AND says IS NOT NULL;

-- name: statements_dispute(statement, digest, checked_on, called_on)
INSERT INTO statements_disputed (statement, digest, checked_on, called_on)
VALUES (:statement, :digest, :checked_on, :called_on)
ON CONFLICT DO NOTHING;

-- name: statements_prune(before)
DELETE FROM statements_asked WHERE asked_on < :before;
