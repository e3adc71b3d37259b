-- name: flights_start(call_id)
INSERT INTO flights (call_id) VALUES (:call_id) ON CONFLICT DO NOTHING;

-- name: flights_land(call_id)
DELETE FROM flights WHERE call_id = :call_id;

-- name: flights_lost()
-- Took off in an earlier run, and nobody wrote down where they landed.
SELECT call_id FROM flights ORDER BY call_id;
