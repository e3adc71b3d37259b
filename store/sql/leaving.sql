-- name: leaving_left(group_id, topic_id, case_id, since)
INSERT INTO leaving_topics (group_id, topic_id, case_id, why, since)
VALUES (:group_id, :topic_id, :case_id, 'pindah', :since)
ON CONFLICT (group_id, topic_id) DO NOTHING;

-- name: leaving_erased(chat_id, now)
-- Every topic a person's cases have, and those they left behind: all of them go now.
INSERT INTO leaving_topics (group_id, topic_id, case_id, why, since, next_at)
SELECT group_id, topic_id, id, 'dihapus', :now, :now
FROM cases WHERE chat_id = :chat_id AND topic_id IS NOT NULL
ON CONFLICT (group_id, topic_id) DO UPDATE SET why = 'dihapus', next_at = :now;

-- name: leaving_erased_behind(chat_id, now)
UPDATE leaving_topics SET why = 'dihapus', next_at = :now
WHERE case_id IN (SELECT id FROM cases WHERE chat_id = :chat_id);

-- name: leaving_without_topic_erased(chat_id)
-- Their topics are no longer theirs, so that nothing is sent there any more.
UPDATE cases SET topic = 'none', topic_id = NULL, card_message_id = NULL, card_due = 0,
                 topic_name = '', version = version + 1
WHERE chat_id = :chat_id AND topic_id IS NOT NULL;

-- name: leaving_expired(before, now)
-- Topics of cases closed before a moment, or whose person was forgotten before the topic was there.
INSERT INTO leaving_topics (group_id, topic_id, case_id, why, since, next_at)
SELECT group_id, topic_id, id, CASE WHEN chat_id = 0 THEN 'dihapus' ELSE 'lama' END, :now, :now
FROM cases
WHERE state = 'closed' AND topic_id IS NOT NULL AND (closed_at < :before OR chat_id = 0)
ON CONFLICT (group_id, topic_id) DO UPDATE SET why = excluded.why, next_at = :now;

-- name: leaving_expired_behind(before, now)
UPDATE leaving_topics SET why = 'lama', next_at = :now
WHERE next_at IS NULL
  AND case_id IN (SELECT id FROM cases WHERE state = 'closed' AND closed_at < :before);

-- name: leaving_without_topic_expired(before)
UPDATE cases SET topic = 'none', topic_id = NULL, card_message_id = NULL, card_due = 0,
                 topic_name = '', version = version + 1
WHERE state = 'closed' AND topic_id IS NOT NULL AND (closed_at < :before OR chat_id = 0);

-- name: leaving_due(now, most)
SELECT group_id, topic_id, case_id, why, since, tries, told_at FROM leaving_topics
WHERE next_at <= :now ORDER BY next_at, topic_id LIMIT :most;

-- name: leaving_one(group_id, topic_id)
SELECT group_id, topic_id, case_id, why, since, tries, told_at FROM leaving_topics
WHERE group_id = :group_id AND topic_id = :topic_id;

-- name: leaving_still_there()
-- The proof: what still exists at Telegram and should not.
SELECT group_id, topic_id, case_id, why, since, tries, told_at FROM leaving_topics
WHERE next_at IS NOT NULL ORDER BY since, topic_id;

-- name: leaving_again(next_at, group_id, topic_id)
UPDATE leaving_topics SET next_at = :next_at, tries = tries + 1
WHERE group_id = :group_id AND topic_id = :topic_id;

-- name: leaving_told(told_at, group_id, topic_id)
UPDATE leaving_topics SET told_at = :told_at
WHERE group_id = :group_id AND topic_id = :topic_id;

-- name: leaving_gone(group_id, topic_id)
DELETE FROM leaving_topics WHERE group_id = :group_id AND topic_id = :topic_id;

-- name: leaving_migrate(group_id, moved_to)
UPDATE leaving_topics SET group_id = :moved_to WHERE group_id = :group_id;
