-- name: staff_one(user_id, group_id)
SELECT user_id, group_id, role, name, confirmed FROM staff
WHERE user_id = :user_id AND group_id = :group_id;

-- name: staff_all(group_id)
SELECT user_id, group_id, role, name, confirmed FROM staff
WHERE group_id = :group_id ORDER BY role, name, user_id;

-- name: staff_give(user_id, group_id, role, name, confirmed, given_by, given_at)
INSERT INTO staff (user_id, group_id, role, name, confirmed, given_by, given_at)
VALUES (:user_id, :group_id, :role, :name, :confirmed, :given_by, :given_at)
ON CONFLICT (user_id, group_id) DO UPDATE SET
    role = excluded.role, given_by = excluded.given_by, given_at = excluded.given_at;

-- name: staff_confirm(confirmed, name, checked_at, user_id, group_id)
UPDATE staff SET confirmed = :confirmed, name = :name, checked_at = :checked_at
WHERE user_id = :user_id AND group_id = :group_id;

-- name: staff_take(user_id, group_id)
DELETE FROM staff WHERE user_id = :user_id AND group_id = :group_id;

-- name: staff_unchecked(before, now)
-- What was asked at a moment still to come was asked before the clock was set back.
SELECT user_id, group_id, role, name, confirmed FROM staff
WHERE checked_at < :before OR checked_at > :now;

-- name: staff_asked(checked_at, user_id, group_id)
UPDATE staff SET checked_at = :checked_at WHERE user_id = :user_id AND group_id = :group_id;

-- name: staff_migrate(group_id, moved_to)
UPDATE staff SET group_id = :moved_to WHERE group_id = :group_id;

-- name: groups_seen(group_id, last_message_id)
INSERT INTO desk_groups (group_id, last_message_id) VALUES (:group_id, :last_message_id)
ON CONFLICT (group_id) DO UPDATE SET last_message_id = excluded.last_message_id
WHERE excluded.last_message_id > desk_groups.last_message_id;

-- name: groups_last(group_id)
SELECT last_message_id FROM desk_groups WHERE group_id = :group_id;

-- name: groups_moved(group_id, moved_to)
INSERT INTO desk_groups (group_id, moved_to) VALUES (:group_id, :moved_to)
ON CONFLICT (group_id) DO UPDATE SET moved_to = excluded.moved_to;

-- name: groups_all()
SELECT group_id, moved_to FROM desk_groups;

-- name: own_topics_add(group_id, topic_id)
INSERT INTO own_topics (group_id, topic_id) VALUES (:group_id, :topic_id)
ON CONFLICT (group_id, topic_id) DO NOTHING;

-- name: own_topics_of(group_id)
SELECT topic_id FROM own_topics WHERE group_id = :group_id;

-- name: own_topics_migrate(group_id, moved_to)
UPDATE OR IGNORE own_topics SET group_id = :moved_to WHERE group_id = :group_id;

-- name: audit_add(at, actor_id, act, case_id, about)
INSERT INTO audit (at, actor_id, act, case_id, about)
VALUES (:at, :actor_id, :act, :case_id, :about);

-- name: audit_since(actor_id, act, about, since)
SELECT 1 FROM audit
WHERE at >= :since AND actor_id = :actor_id AND act = :act AND about = :about LIMIT 1;
