-- name: told_want(case_id, side, what, subject, wanted, said, state, next_at, at)
INSERT INTO told (case_id, side, what, subject, wanted, said, state, next_at, at)
VALUES (:case_id, :side, :what, :subject, :wanted, :said, :state, :next_at, :at)
ON CONFLICT (case_id, side, what, subject) DO UPDATE SET
    wanted = excluded.wanted, said = excluded.said, state = excluded.state, reason = NULL,
    tries = 0, next_at = excluded.next_at, at = excluded.at;

-- name: told_sending(case_id, side, what, subject, at)
UPDATE told SET state = 'sending', at = :at
WHERE case_id = :case_id AND side = :side AND what = :what AND subject = :subject;

-- name: told_shown(case_id, side, what, subject, revision, message_id, at)
-- What is wanted by now may be another revision: it is due, unless it is on its way.
UPDATE told SET
    shown = :revision, message_id = COALESCE(:message_id, message_id), at = :at, tries = 0,
    reason = NULL,
    said = CASE WHEN wanted = :revision THEN NULL ELSE said END,
    state = CASE WHEN wanted = :revision THEN 'shown' WHEN state = 'sending' THEN state
                 ELSE 'due' END
WHERE case_id = :case_id AND side = :side AND what = :what AND subject = :subject;

-- name: told_failed(case_id, side, what, subject, revision, reason, next_at, at)
UPDATE told SET
    state = 'due', reason = :reason, tries = tries + 1, next_at = :next_at, at = :at
WHERE case_id = :case_id AND side = :side AND what = :what AND subject = :subject
  AND wanted = :revision AND state = 'sending';

-- name: told_given_up(case_id, side, what, subject, revision, reason, at)
UPDATE told SET state = 'refused', reason = :reason, said = NULL, at = :at
WHERE case_id = :case_id AND side = :side AND what = :what AND subject = :subject
  AND wanted = :revision AND state = 'sending';

-- name: told_unseen(case_id, at)
UPDATE told SET state = 'due', shown = '', message_id = NULL, tries = 0, next_at = 0, at = :at
WHERE case_id = :case_id AND side = 'staff' AND what IN ('card', 'name', 'pinned');

-- name: told_drop(case_id, side, what, subject)
DELETE FROM told
WHERE case_id = :case_id AND side = :side AND what = :what AND subject = :subject;

-- name: told_past(case_id, side, what)
DELETE FROM told
WHERE case_id = :case_id AND side = :side AND what = :what AND state IN ('due', 'sending');

-- name: told_one(case_id, side, what, subject)
SELECT case_id, side, what, subject, wanted, shown, said, message_id, state, reason, tries,
       next_at, at
FROM told
WHERE case_id = :case_id AND side = :side AND what = :what AND subject = :subject;

-- name: told_of_topic(case_id)
SELECT case_id, side, what, subject, wanted, shown, said, message_id, state, reason, tries,
       next_at, at
FROM told
WHERE case_id = :case_id AND side = 'staff' AND what IN ('card', 'name', 'pinned');

-- name: told_due(now, limit)
SELECT case_id, side, what, subject, wanted, shown, said, message_id, state, reason, tries,
       next_at, at
FROM told WHERE state = 'due' AND NOT (next_at > :now AND next_at <= :now + 120)
ORDER BY next_at, case_id, at LIMIT :limit;

-- name: told_overdue(before, limit)
SELECT case_id, side, what, subject, wanted, shown, said, message_id, state, reason, tries,
       next_at, at
FROM told WHERE state = 'sending' AND (at < :before OR at > :before + 150)
ORDER BY at LIMIT :limit;

-- name: told_without_card(before)
SELECT c.id FROM cases c
WHERE c.state <> 'closed' AND c.topic = 'there' AND c.opened_at < :before
  AND NOT EXISTS (SELECT 1 FROM told t
                  WHERE t.case_id = c.id AND t.side = 'staff' AND t.what = 'card')
ORDER BY c.id;

-- name: told_forget(chat_id)
DELETE FROM told WHERE case_id IN (SELECT id FROM cases WHERE chat_id = :chat_id);

-- name: told_wipe(before)
-- What is told of a case that is over goes with its texts.
DELETE FROM told
WHERE case_id IN (SELECT id FROM cases WHERE state = 'closed' AND closed_at < :before);
