-- name: farewells_add(group_id, topic_id, case_id, card_message_id, left_at)
INSERT INTO farewells (group_id, topic_id, case_id, card_message_id, left_at)
VALUES (:group_id, :topic_id, :case_id, :card_message_id, :left_at)
ON CONFLICT DO NOTHING;

-- name: farewells_due(now)
SELECT group_id, topic_id, case_id, card_message_id, step, tries FROM farewells
WHERE step <> 'done' AND NOT (next_at > :now AND next_at <= :now + 120)
ORDER BY left_at LIMIT 20;

-- name: farewells_one(group_id, topic_id)
SELECT group_id, topic_id, case_id, card_message_id, step, tries FROM farewells
WHERE group_id = :group_id AND topic_id = :topic_id;

-- name: farewells_step(group_id, topic_id, step, tries, next_at)
UPDATE farewells SET step = :step, tries = :tries, next_at = :next_at
WHERE group_id = :group_id AND topic_id = :topic_id;
