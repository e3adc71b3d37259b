-- name: outbox_add(id, update_id, ordinal, chat_id, lane, priority, method, payload, about, delivery, created_at)
INSERT INTO outbox (id, update_id, ordinal, chat_id, lane, priority, method, payload, about,
                    delivery, created_at)
VALUES (:id, :update_id, :ordinal, :chat_id, :lane, :priority, :method, :payload, :about,
        :delivery, :created_at);

-- name: outbox_waiting()
SELECT id, update_id, ordinal, chat_id, lane, priority, method, payload, about, delivery,
       created_at
FROM outbox WHERE state = 'waiting' ORDER BY id;

-- name: outbox_in_lane(lane)
SELECT 1 FROM outbox WHERE state = 'waiting' AND about IS NOT NULL AND lane = :lane LIMIT 1;

-- name: outbox_abouts()
SELECT about FROM outbox WHERE state = 'waiting' AND about IS NOT NULL;

-- name: outbox_last_id()
SELECT MAX(id) FROM outbox;

-- name: outbox_remove(id)
DELETE FROM outbox WHERE id = :id;

-- name: outbox_settle(state, reason, id)
-- Not to be sent any more; the words are removed, the reason stays for a while.
UPDATE outbox SET state = :state, reason = :reason, payload = NULL WHERE id = :id;

-- name: outbox_forget(chat_id)
DELETE FROM outbox WHERE chat_id = :chat_id AND state <> 'waiting';

-- name: outbox_prune(before)
DELETE FROM outbox WHERE state <> 'waiting' AND created_at < :before;

-- name: outbox_counts()
SELECT state, COUNT(*) FROM outbox GROUP BY state;
