-- name: inbox_make_way(update_id, stamp)
-- Another update had this number before: what was decided of that one no longer bears it.
UPDATE outbox SET update_id = NULL
WHERE update_id = :update_id AND EXISTS (
    SELECT 1 FROM inbox i
    WHERE i.update_id = :update_id AND i.state <> 'waiting' AND i.stamp <> :stamp);

-- name: inbox_add(update_id, stamp, chat_id, received_at, written_at, body, state, reason)
-- A redelivered update is already there: nothing happens. Another one with its number takes its
-- place, unless the first still waits.
INSERT INTO inbox (update_id, stamp, chat_id, received_at, written_at, body, state, reason)
VALUES (:update_id, :stamp, :chat_id, :received_at, :written_at, :body, :state, :reason)
ON CONFLICT (update_id) DO UPDATE SET
    stamp = excluded.stamp, chat_id = excluded.chat_id, received_at = excluded.received_at,
    written_at = excluded.written_at,
    body = excluded.body, state = excluded.state, reason = excluded.reason,
    failures = 0, next_try = 0
WHERE inbox.state <> 'waiting' AND inbox.stamp <> excluded.stamp;

-- name: inbox_fresh(now, ahead, since, size)
-- The next updates of chats in which somebody wrote lately, with their chats. A chat whose earlier
-- update waits for a retry is held back. Nothing rests beyond `ahead`: what does is due.
SELECT i.update_id, i.chat_id, i.received_at, i.written_at, i.body, i.failures,
       c.conversation, c.blocked, c.case_id, u.method, u.payload
FROM inbox i LEFT JOIN chats c ON c.chat_id = i.chat_id LEFT JOIN unseen u ON u.chat_id = i.chat_id
WHERE i.state = 'waiting' AND (i.next_try <= :now OR i.next_try > :ahead)
  AND (i.chat_id IS NULL OR i.chat_id IN (
      SELECT f.chat_id FROM inbox f WHERE f.state = 'waiting' AND f.written_at > :since))
  AND NOT EXISTS (
      SELECT 1 FROM inbox e
      WHERE e.chat_id = i.chat_id AND e.state = 'waiting' AND e.failures > 0
        AND e.update_id < i.update_id AND e.next_try > :now AND e.next_try <= :ahead)
ORDER BY i.update_id
LIMIT :size;

-- name: inbox_old(now, ahead, since, size)
-- The same of the other chats, all of a chat together; at the end when its last update came.
WITH old AS (
    SELECT chat_id, MIN(update_id) AS first, MAX(received_at) AS last FROM inbox
    WHERE state = 'waiting' AND chat_id IS NOT NULL
    GROUP BY chat_id HAVING MAX(written_at) <= :since
    ORDER BY last, first LIMIT :size)
SELECT i.update_id, i.chat_id, i.received_at, i.written_at, i.body, i.failures,
       c.conversation, c.blocked, c.case_id, u.method, u.payload, o.last
FROM old o JOIN inbox i ON i.chat_id = o.chat_id
    LEFT JOIN chats c ON c.chat_id = i.chat_id LEFT JOIN unseen u ON u.chat_id = i.chat_id
WHERE i.state = 'waiting' AND (i.next_try <= :now OR i.next_try > :ahead)
  AND NOT EXISTS (
      SELECT 1 FROM inbox e
      WHERE e.chat_id = i.chat_id AND e.state = 'waiting' AND e.failures > 0
        AND e.update_id < i.update_id AND e.next_try > :now AND e.next_try <= :ahead)
ORDER BY o.last, o.first, i.update_id
LIMIT :size;

-- name: inbox_next_try()
SELECT MIN(next_try) FROM inbox WHERE state = 'waiting';

-- name: inbox_finish(update_id)
-- Only the number stays: it is what recognises a redelivery.
UPDATE inbox SET state = 'done', body = NULL, chat_id = NULL
WHERE update_id = :update_id AND state = 'waiting';

-- name: inbox_fail(failures, next_try, update_id)
UPDATE inbox SET failures = :failures, next_try = :next_try
WHERE update_id = :update_id AND state = 'waiting';

-- name: inbox_park(failures, reason, update_id)
UPDATE inbox SET state = 'parked', failures = :failures, reason = :reason
WHERE update_id = :update_id AND state = 'waiting';

-- name: inbox_forget(chat_id)
-- Earlier parked updates of a chat that asked to be forgotten.
UPDATE inbox SET state = 'done', body = NULL, chat_id = NULL, reason = NULL
WHERE chat_id = :chat_id AND state = 'parked';

-- name: inbox_prune(done_before, parked_before)
DELETE FROM inbox
WHERE (state = 'done' AND received_at < :done_before)
   OR (state = 'parked' AND received_at < :parked_before);

-- name: inbox_counts()
SELECT state, COUNT(*) FROM inbox GROUP BY state;
