-- name: troubles_add(chat_id, trouble, guide, step, at)
INSERT INTO troubles_seen (chat_id, trouble, guide, step, at)
VALUES (:chat_id, :trouble, :guide, :step, :at);

-- name: troubles_sightings(since)
SELECT chat_id, trouble, at FROM troubles_seen WHERE at >= :since ORDER BY id;

-- name: troubles_stuck(since)
-- The same person, the same step, twice: who may need somebody who calls first.
SELECT s.chat_id, s.guide, s.step, COUNT(*), MAX(s.at)
FROM troubles_seen s JOIN chats c ON c.chat_id = s.chat_id
WHERE s.at >= :since AND c.case_id IS NULL AND c.blocked = 0 AND s.guide <> ''
GROUP BY s.chat_id, s.guide, s.step HAVING COUNT(*) >= 2
ORDER BY MAX(s.at) DESC;

-- name: troubles_affected(trouble, since)
-- Who met a trouble lately and can still be told.
SELECT DISTINCT s.chat_id FROM troubles_seen s JOIN chats c ON c.chat_id = s.chat_id
WHERE s.trouble = :trouble AND s.at >= :since AND c.blocked = 0;

-- name: troubles_prune(before)
DELETE FROM troubles_seen WHERE at < :before;

-- name: troubles_forget(chat_id)
DELETE FROM troubles_seen WHERE chat_id = :chat_id;

-- name: notices_live()
SELECT id, trouble, state, at FROM notices WHERE state <> 'off' ORDER BY id;

-- name: notices_offer(trouble, at)
INSERT INTO notices (trouble, state, at) VALUES (:trouble, 'offered', :at)
ON CONFLICT DO NOTHING;

-- name: notices_set(state, at, ended_at, id)
UPDATE notices SET state = :state, at = :at, ended_at = :ended_at WHERE id = :id;

-- name: notices_last_end(trouble)
SELECT MAX(ended_at) FROM notices WHERE trouble = :trouble;

-- name: notices_tell(notice_id, chat_id)
INSERT INTO notice_told (notice_id, chat_id) VALUES (:notice_id, :chat_id) ON CONFLICT DO NOTHING;

-- name: notices_told(notice_id)
SELECT chat_id FROM notice_told WHERE notice_id = :notice_id;

-- name: notices_forget(chat_id)
DELETE FROM notice_told WHERE chat_id = :chat_id;

-- name: drafts_add(at, question, answer)
INSERT INTO faq_drafts (at, question, answer) VALUES (:at, :question, :answer);

-- name: drafts_all()
SELECT id, at, question, answer FROM faq_drafts ORDER BY id;
