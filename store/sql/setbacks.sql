-- name: pulse_one()
SELECT name, beat, at FROM pulse;

-- name: pulse_beat(name, beat, at)
INSERT INTO pulse (id, name, beat, at) VALUES (1, :name, :beat, :at)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, beat = excluded.beat, at = excluded.at;

-- name: pulse_newest()
SELECT MAX(moment) FROM (
    SELECT MAX(received_at) AS moment FROM inbox
    UNION ALL SELECT MAX(changed_at) FROM chats
    UNION ALL SELECT at FROM pulse) AS known;

-- name: pulse_last_update()
SELECT MAX(update_id), MAX(received_at) FROM inbox;

-- name: pulse_first_after(update_id)
SELECT MIN(update_id) FROM inbox WHERE update_id > :update_id;

-- name: setbacks_add(sign, ends_at, noticed_at)
INSERT INTO setbacks (sign, ends_at, noticed_at) VALUES (:sign, :ends_at, :noticed_at);

-- name: setbacks_unseen()
SELECT id, sign, ends_at, noticed_at, calls, told_at FROM setbacks
WHERE calls IS NULL ORDER BY id DESC LIMIT 1;

-- name: setbacks_latest()
SELECT id, sign, ends_at, noticed_at, calls, told_at FROM setbacks
WHERE calls IS NOT NULL ORDER BY id DESC LIMIT 1;

-- name: setbacks_seen(calls, noticed_at)
-- Of several that nobody had seen to, all are over.
UPDATE setbacks SET calls = :calls, noticed_at = :noticed_at WHERE calls IS NULL;

-- name: setbacks_staff_told(told_at)
UPDATE setbacks SET told_at = :told_at WHERE told_at IS NULL;

-- name: setbacks_is_told(setback_id, chat_id)
SELECT 1 FROM setbacks_told WHERE setback_id = :setback_id AND chat_id = :chat_id;

-- name: setbacks_tell(setback_id, chat_id)
INSERT INTO setbacks_told (setback_id, chat_id) VALUES (:setback_id, :chat_id)
ON CONFLICT (setback_id, chat_id) DO NOTHING;

-- name: setbacks_forget(chat_id)
DELETE FROM setbacks_told WHERE chat_id = :chat_id;

-- name: held_back_keep(setback_id, before)
INSERT INTO held_back (id, setback_id, chat_id, method, payload, created_at)
SELECT id, :setback_id, chat_id, method, payload, created_at
FROM outbox WHERE state = 'waiting' AND created_at < :before;

-- name: held_back_flights(before)
-- What had taken off is not asked for again: it belongs to the time that was lost.
DELETE FROM flights WHERE call_id IN (
    SELECT id FROM outbox WHERE state = 'waiting' AND created_at < :before);

-- name: held_back_calls(before)
DELETE FROM outbox WHERE state = 'waiting' AND created_at < :before;

-- name: held_back_updates(before)
-- What somebody did before was answered in the time that was lost.
UPDATE inbox SET state = 'parked', reason = 'held back: the database was put back'
WHERE state = 'waiting' AND received_at < :before;

-- name: held_back_screens(before)
-- A screen of that time would be shown once more with the person's next sign of life.
DELETE FROM unseen WHERE at < :before;

-- name: held_back_messages(before)
-- Words on their way between a person and an officer: whether they arrived, nobody knows.
UPDATE case_messages SET state = CASE direction WHEN 'out' THEN 'uncertain' ELSE 'dropped' END
WHERE state IN ('pending', 'sending') AND created_at < :before;

-- name: held_back_changes(before)
-- What was changed may have been changed again since: the copy is left as it is.
UPDATE case_messages SET changing = 0, sent_revision = revision
WHERE state = 'delivered' AND sent_revision <> revision AND created_at < :before;

-- name: held_back_told(before)
-- What was said in its time. What is only shown (a card, a name, a mark) is shown as it is now.
UPDATE told SET state = 'refused', said = NULL, reason = 'held back: the database was put back'
WHERE state IN ('due', 'sending') AND at < :before
  AND what NOT IN ('card', 'name', 'pinned', 'mark');

-- name: held_back_all()
SELECT h.created_at, h.method, h.payload,
       (SELECT c.code FROM cases c WHERE c.chat_id = h.chat_id ORDER BY c.id DESC LIMIT 1)
FROM held_back h ORDER BY h.id;

-- name: held_back_forget(chat_id)
DELETE FROM held_back WHERE chat_id = :chat_id;

-- name: held_back_prune(before)
DELETE FROM held_back
WHERE setback_id IN (SELECT id FROM setbacks WHERE noticed_at < :before);

-- name: setbacks_cases(now, closed_after)
-- Nothing that is shown of these cases is known to be so, and nobody is reminded of lost time.
UPDATE cases SET
    card_due = 1, topic_name = '', stage_at = :now, last_at = :now,
    topic_after = NULL,
    stage = CASE state WHEN 'closed' THEN stage ELSE 'meja' END,
    unanswered_since = CASE
        WHEN state = 'held' AND (unanswered_since IS NOT NULL OR first_reply_at IS NULL) THEN :now
        ELSE unanswered_since END,
    topic = CASE WHEN topic IN ('creating', 'lost') THEN 'none' ELSE topic END,
    version = version + 1
WHERE state <> 'closed' OR closed_at >= :closed_after;

-- name: setbacks_shown(now, closed_after)
-- What the ledger holds to be shown was shown then.
UPDATE told SET state = 'due', shown = '', tries = 0, next_at = 0, at = :now
WHERE what IN ('card', 'name', 'pinned') AND case_id IN (
    SELECT id FROM cases WHERE state <> 'closed' OR closed_at >= :closed_after);

-- name: setbacks_staff()
-- Who left a group in the time that was lost must not keep a role: everybody is asked for anew.
UPDATE staff SET checked_at = 0;
