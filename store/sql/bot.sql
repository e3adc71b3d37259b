-- name: bot_id()
SELECT bot_id FROM bot;

-- name: bot_watched(at)
UPDATE bot SET watched_at = :at;

-- name: bot_settle(bot_id)
INSERT INTO bot (bot_id) VALUES (:bot_id);
