-- name: watches_keep(chat_id, kind, answer, said, asked_at)
-- Who asks again hears of what changes from now on.
INSERT INTO watches (chat_id, kind, answer, said, asked_at)
VALUES (:chat_id, :kind, :answer, :said, :asked_at)
ON CONFLICT (chat_id, kind, answer) DO UPDATE SET
    said = excluded.said,
    asked_at = excluded.asked_at;

-- name: watches_known()
SELECT DISTINCT kind, answer, said FROM watches;

-- name: watches_next(kind, answer, said, since, held, lane)
-- Nobody whom an officer is talking to, nobody told already today, nobody to whom a notice is still
-- on its way.
SELECT w.chat_id FROM watches AS w
LEFT JOIN chats AS c ON c.chat_id = w.chat_id
LEFT JOIN cases AS k ON k.id = c.case_id
WHERE w.kind = :kind AND w.answer = :answer AND w.said = :said
  AND (k.state IS NULL OR k.state <> :held)
  AND NOT EXISTS (SELECT 1 FROM watches AS t
                  WHERE t.chat_id = w.chat_id AND t.told_at >= :since)
  AND NOT EXISTS (SELECT 1 FROM outbox AS o
                  WHERE o.state = 'waiting' AND o.about IS NOT NULL
                    AND o.lane = :lane || w.chat_id)
ORDER BY w.asked_at, w.chat_id LIMIT 1;

-- name: watches_of(chat_id)
SELECT kind, answer, said FROM watches WHERE chat_id = :chat_id ORDER BY asked_at, kind, answer;

-- name: watches_told(chat_id, told_at)
UPDATE watches SET told_at = :told_at WHERE chat_id = :chat_id;

-- name: watches_learnt(chat_id, kind, answer, said)
UPDATE watches SET said = :said
WHERE chat_id = :chat_id AND kind = :kind AND answer = :answer;

-- name: watches_forget(chat_id)
DELETE FROM watches WHERE chat_id = :chat_id;

-- name: watches_prune(before)
-- What is kept of a chat goes with it.
DELETE FROM watches WHERE asked_at < :before
AND NOT EXISTS (SELECT 1 FROM chats WHERE chats.chat_id = watches.chat_id);
