-- name: bells_one(user_id)
SELECT rings FROM bells WHERE user_id = :user_id;

-- name: bells_keep(user_id, rings, since)
INSERT INTO bells (user_id, rings, since) VALUES (:user_id, :rings, :since)
ON CONFLICT (user_id) DO UPDATE SET rings = excluded.rings, since = excluded.since;

-- name: bells_staff()
SELECT DISTINCT user_id FROM staff WHERE confirmed = 1;

-- name: bells_day(group_id)
SELECT day FROM days_listed WHERE group_id = :group_id;

-- name: bells_listed(group_id, day)
INSERT INTO days_listed (group_id, day) VALUES (:group_id, :day)
ON CONFLICT (group_id) DO UPDATE SET day = excluded.day;
