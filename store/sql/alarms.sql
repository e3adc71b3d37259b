-- name: alarms_all()
SELECT wrong, group_id, since, said_at, gone_at FROM alarms ORDER BY since, wrong, group_id;

-- name: alarms_clear()
DELETE FROM alarms;

-- name: alarms_add(wrong, group_id, since, said_at, gone_at)
INSERT INTO alarms (wrong, group_id, since, said_at, gone_at)
VALUES (:wrong, :group_id, :since, :said_at, :gone_at);

-- name: alarms_waiting_words()
-- What participants wrote and no officer can read yet, for each group, and since when.
SELECT c.group_id, COUNT(*), MIN(m.created_at)
FROM case_messages m JOIN cases c ON c.id = m.case_id
WHERE m.direction = 'in' AND m.state IN ('pending', 'sending') AND c.state <> 'closed'
GROUP BY c.group_id;

-- name: alarms_refused_topics()
SELECT group_id, COUNT(*) FROM cases
WHERE state <> 'closed' AND topic = 'none' AND topic_after IS NOT NULL
GROUP BY group_id;

-- name: alarms_stranded(before, act)
SELECT id FROM cases
WHERE state <> 'closed' AND topic = 'none' AND topic_after IS NOT NULL AND opened_at < :before
  AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.case_id = cases.id AND a.act = :act)
ORDER BY id;

-- name: alarms_parked(since)
SELECT COUNT(*) FROM inbox WHERE state = 'parked' AND received_at > :since;
