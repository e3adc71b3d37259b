-- name: unseen_keep(chat_id, method, payload, at, id, update_id)
-- Of several the last. A screen that a newer one follows is not missed by anybody.
INSERT INTO unseen (chat_id, method, payload, at)
SELECT :chat_id, :method, :payload, :at
WHERE NOT EXISTS (
    SELECT 1 FROM outbox
    WHERE chat_id = :chat_id AND state = 'waiting' AND delivery = 'screen' AND id > :id
      AND update_id <> :update_id)
ON CONFLICT (chat_id) DO UPDATE SET
    method = excluded.method, payload = excluded.payload, at = excluded.at;

-- name: unseen_forget(chat_id)
DELETE FROM unseen WHERE chat_id = :chat_id;

-- name: unseen_prune(before)
DELETE FROM unseen WHERE at < :before;
