-- name: case_messages_add(case_id, direction, author_id, participant_message_id, topic_message_id, reply_to, kind, text, entities, album, state, created_at, file)
INSERT INTO case_messages (case_id, direction, author_id, participant_message_id,
                           topic_message_id, reply_to, kind, text, entities, album, state,
                           created_at, file)
VALUES (:case_id, :direction, :author_id, :participant_message_id, :topic_message_id, :reply_to,
        :kind, :text, :entities, :album, :state, :created_at, :file)
RETURNING id;

-- name: case_messages_one(id)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at, revision, sent_revision, changing,
       back, reason, tries, next_at, file
FROM case_messages WHERE id = :id;

-- name: case_messages_open(case_id)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at, revision, sent_revision, changing,
       back, reason, tries, next_at, file
FROM case_messages WHERE case_id = :case_id AND state IN ('pending', 'sending') ORDER BY id;

-- name: case_messages_pending(now)
-- What lies further ahead than two minutes was stored before the machine's clock was set back.
SELECT DISTINCT case_id FROM case_messages
WHERE state = 'pending' AND NOT (next_at > :now AND next_at <= :now + 120)
ORDER BY case_id;

-- name: case_messages_to_change(now)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at, revision, sent_revision, changing,
       back, reason, tries, next_at, file
FROM case_messages
WHERE (back = 'wanted' OR state = 'delivered' AND sent_revision <> revision AND back = '')
  AND state <> 'sending' AND changing = 0 AND next_at < 1e12
  AND NOT (next_at > :now AND next_at <= :now + 120)
ORDER BY id LIMIT 100;

-- name: case_messages_to_change_of(case_id, now)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at, revision, sent_revision, changing,
       back, reason, tries, next_at, file
FROM case_messages
WHERE case_id = :case_id
  AND (back = 'wanted' OR state = 'delivered' AND sent_revision <> revision AND back = '')
  AND state <> 'sending' AND changing = 0 AND next_at < 1e12
  AND NOT (next_at > :now AND next_at <= :now + 120)
ORDER BY id LIMIT 100;

-- name: case_messages_sending(before, limit)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at, revision, sent_revision, changing,
       back, reason, tries, next_at, file
FROM case_messages
WHERE state = 'sending' AND (sent_at < :before OR sent_at > :before + 150)
   OR changing <> 0
ORDER BY id LIMIT :limit;

-- name: case_messages_of_participant(case_id, message_id)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at, revision, sent_revision, changing,
       back, reason, tries, next_at, file
FROM case_messages
WHERE case_id = :case_id AND participant_message_id = :message_id ORDER BY id;

-- name: case_messages_of_topic(case_id, message_id)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at, revision, sent_revision, changing,
       back, reason, tries, next_at, file
FROM case_messages
WHERE case_id = :case_id AND topic_message_id = :message_id ORDER BY id;

-- name: case_messages_of_album(case_id, album)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at, revision, sent_revision, changing,
       back, reason, tries, next_at, file
FROM case_messages WHERE case_id = :case_id AND album = :album ORDER BY id;

-- name: case_messages_state(state, sent_at, id)
UPDATE case_messages SET state = :state, sent_at = :sent_at WHERE id = :id;

-- name: case_messages_failed(state, reason, next_at, at, id)
-- What was on its way and was not accepted: why, and when it is tried again.
UPDATE case_messages SET
    state = :state, reason = :reason, tries = tries + 1, next_at = :next_at, sent_at = :at,
    changing = 0
WHERE id = :id AND state = 'sending';

-- name: case_messages_in_topic(topic_message_id, revision, sent_at, id)
UPDATE case_messages
SET state = 'delivered', topic_message_id = :topic_message_id, sent_at = :sent_at,
    sent_revision = :revision, changing = 0, reason = NULL, tries = 0, next_at = 0
WHERE id = :id;

-- name: case_messages_with_person(participant_message_id, revision, sent_at, id)
UPDATE case_messages
SET state = 'delivered', participant_message_id = :participant_message_id, sent_at = :sent_at,
    sent_revision = :revision, changing = 0, reason = NULL, tries = 0, next_at = 0
WHERE id = :id;

-- name: case_messages_edit(text, entities, file, id)
-- The author changed it: what the other side has is an earlier revision from now on.
UPDATE case_messages SET
    text = :text, entities = :entities, file = :file, revision = revision + 1, tries = 0, next_at = 0
WHERE id = :id;

-- name: case_messages_changing(revision, id)
UPDATE case_messages SET changing = :revision WHERE id = :id;

-- name: case_messages_changed(revision, id)
-- The other side has this revision now.
UPDATE case_messages SET
    sent_revision = :revision, changing = 0, reason = NULL, tries = 0, next_at = 0
WHERE id = :id AND state = 'delivered';

-- name: case_messages_unchanged(reason, next_at, id)
-- A change was not accepted.
UPDATE case_messages SET
    changing = 0, reason = :reason, tries = tries + 1, next_at = :next_at
WHERE id = :id;

-- name: case_messages_incomplete(reason, next_at, id)
-- A part of it is missing on the other side: all of it is brought there again.
UPDATE case_messages SET
    sent_revision = 0, reason = :reason, tries = tries + 1, next_at = :next_at
WHERE id = :id AND state = 'delivered';

-- name: case_messages_wait(case_id, next_at)
-- The group takes nothing now: nobody of the case is tried before.
UPDATE case_messages SET next_at = :next_at
WHERE case_id = :case_id AND direction = 'in' AND state = 'pending' AND next_at < :next_at;

-- name: case_messages_carry_again(id)
-- Its file was replaced: it is copied anew.
UPDATE case_messages SET state = 'pending', sent_revision = 0, changing = 0 WHERE id = :id;

-- name: case_messages_back(back, id)
UPDATE case_messages SET back = :back, changing = 0, tries = 0, next_at = 0 WHERE id = :id;

-- name: case_messages_lost(case_id)
-- The topic is gone: everything the person wrote waits for the new one, what it refused as well.
UPDATE case_messages SET
    state = 'pending', topic_message_id = NULL, sent_revision = 0, changing = 0, tries = 0, next_at = 0
WHERE case_id = :case_id AND direction = 'in' AND state IN ('sending', 'delivered', 'refused');

-- name: case_messages_left(case_id)
-- What officers wrote stands in no topic of the case any more. Numbers of another topic would be
-- taken for theirs; the own one, below zero, is nobody's.
UPDATE case_messages SET topic_message_id = -id
WHERE case_id = :case_id AND direction = 'out' AND topic_message_id > 0;

-- name: case_messages_drop(case_id)
UPDATE case_messages SET state = 'dropped' WHERE case_id = :case_id AND state = 'pending';

-- name: case_messages_last_sent(case_id)
SELECT MAX(sent_at) FROM case_messages WHERE case_id = :case_id AND direction = 'in';

-- name: case_messages_elsewhere(case_id)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at, revision, sent_revision, changing,
       back, reason, tries, next_at, file
FROM case_messages
WHERE case_id = :case_id AND direction = 'out' AND topic_message_id < 0 ORDER BY id;

-- name: case_messages_numbers_in(case_id)
SELECT id FROM case_messages WHERE case_id = :case_id AND direction = 'in' ORDER BY id;

-- name: case_messages_known(group_id)
SELECT topic_message_id FROM case_messages m JOIN cases c ON c.id = m.case_id
WHERE c.group_id = :group_id AND topic_message_id > 0;

-- name: case_parts_add(row_id, part, topic_message_id)
INSERT INTO case_parts (row_id, part, topic_message_id)
VALUES (:row_id, :part, :topic_message_id)
ON CONFLICT (row_id, part) DO UPDATE SET topic_message_id = excluded.topic_message_id;

-- name: case_parts_of(row_id)
SELECT part, topic_message_id FROM case_parts WHERE row_id = :row_id ORDER BY part;

-- name: case_parts_drop(row_id, part)
DELETE FROM case_parts WHERE row_id = :row_id AND part >= :part;

-- name: case_parts_lost(case_id)
DELETE FROM case_parts WHERE row_id IN (SELECT id FROM case_messages WHERE case_id = :case_id);

-- name: case_messages_answer(case_id)
SELECT id FROM case_messages
WHERE case_id = :case_id AND direction = 'out' AND kind = 'teks' AND state = 'delivered'
ORDER BY id DESC LIMIT 1;

-- name: case_messages_question(case_id, before)
-- What a person had asked before an officer's answer.
SELECT text FROM case_messages
WHERE case_id = :case_id AND direction = 'in' AND id < :before AND text IS NOT NULL
ORDER BY id DESC LIMIT 1;

-- name: case_messages_forget(chat_id)
UPDATE case_messages SET text = NULL, entities = NULL
WHERE case_id IN (SELECT id FROM cases WHERE chat_id = :chat_id);

-- name: case_messages_wipe(before)
UPDATE case_messages SET text = NULL, entities = NULL
WHERE text IS NOT NULL
  AND case_id IN (SELECT id FROM cases WHERE state = 'closed' AND closed_at < :before);
