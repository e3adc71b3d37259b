-- name: boards_one(group_id)
SELECT group_id, message_id, shown, shown_at FROM boards WHERE group_id = :group_id;

-- name: boards_groups()
SELECT group_id FROM boards;

-- name: boards_keep(group_id, message_id, shown, shown_at)
INSERT INTO boards (group_id, message_id, shown, shown_at)
VALUES (:group_id, :message_id, :shown, :shown_at)
ON CONFLICT (group_id) DO UPDATE SET
    message_id = excluded.message_id, shown = excluded.shown, shown_at = excluded.shown_at;

-- name: boards_drop(group_id)
DELETE FROM boards WHERE group_id = :group_id;

-- name: boards_without_card(before)
SELECT id FROM cases
WHERE state <> 'closed' AND card_message_id IS NULL AND opened_at <= :before
ORDER BY opened_at, id;

-- name: boards_words(before, most)
SELECT m.case_id, COALESCE(m.text, ''), m.kind
FROM case_messages AS m JOIN cases AS c ON c.id = m.case_id
WHERE m.direction = 'in' AND m.state IN ('pending', 'sending') AND m.created_at <= :before
  AND c.state <> 'closed'
ORDER BY m.id LIMIT :most;
