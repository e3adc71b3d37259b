-- name: case_messages_add(case_id, direction, author_id, participant_message_id, topic_message_id, reply_to, kind, text, entities, album, state, created_at)
INSERT INTO case_messages (case_id, direction, author_id, participant_message_id,
                           topic_message_id, reply_to, kind, text, entities, album, state,
                           created_at)
VALUES (:case_id, :direction, :author_id, :participant_message_id, :topic_message_id, :reply_to,
        :kind, :text, :entities, :album, :state, :created_at)
RETURNING id;

-- name: case_messages_one(id)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at
FROM case_messages WHERE id = :id;

-- name: case_messages_open(case_id)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at
FROM case_messages WHERE case_id = :case_id AND state IN ('pending', 'sending') ORDER BY id;

-- name: case_messages_pending()
SELECT DISTINCT case_id FROM case_messages WHERE state = 'pending' ORDER BY case_id;

-- name: case_messages_of_participant(case_id, message_id)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at
FROM case_messages
WHERE case_id = :case_id AND participant_message_id = :message_id ORDER BY id;

-- name: case_messages_of_topic(case_id, message_id)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at
FROM case_messages
WHERE case_id = :case_id AND topic_message_id = :message_id ORDER BY id;

-- name: case_messages_of_album(case_id, album)
SELECT id, case_id, direction, author_id, participant_message_id, topic_message_id, reply_to,
       kind, text, entities, album, state, created_at, sent_at
FROM case_messages WHERE case_id = :case_id AND album = :album ORDER BY id;

-- name: case_messages_state(state, sent_at, id)
UPDATE case_messages SET state = :state, sent_at = :sent_at WHERE id = :id;

-- name: case_messages_in_topic(topic_message_id, sent_at, id)
UPDATE case_messages
SET state = 'delivered', topic_message_id = :topic_message_id, sent_at = :sent_at
WHERE id = :id;

-- name: case_messages_with_person(participant_message_id, sent_at, id)
UPDATE case_messages
SET state = 'delivered', participant_message_id = :participant_message_id, sent_at = :sent_at
WHERE id = :id;

-- name: case_messages_edit(text, entities, id)
UPDATE case_messages SET text = :text, entities = :entities WHERE id = :id;

-- name: case_messages_lost(case_id)
-- The topic is gone: everything the person wrote waits for the new one, what it refused as well.
UPDATE case_messages SET state = 'pending', topic_message_id = NULL
WHERE case_id = :case_id AND direction = 'in' AND state IN ('sending', 'delivered', 'refused');

-- name: case_messages_drop(case_id)
UPDATE case_messages SET state = 'dropped' WHERE case_id = :case_id AND state = 'pending';

-- name: case_messages_strayed(before)
-- On its way into a topic for so long that nobody will ever say what became of it.
UPDATE case_messages SET state = 'pending'
WHERE direction = 'in' AND state = 'sending' AND sent_at < :before
  AND NOT EXISTS (SELECT 1 FROM outbox o
                  WHERE o.state = 'waiting' AND o.about IS NOT NULL
                    AND json_extract(o.about, '$.case') = case_messages.case_id);

-- name: case_messages_last_sent(case_id)
SELECT MAX(sent_at) FROM case_messages WHERE case_id = :case_id AND direction = 'in';

-- name: case_messages_known(group_id)
SELECT topic_message_id FROM case_messages m JOIN cases c ON c.id = m.case_id
WHERE c.group_id = :group_id AND topic_message_id IS NOT NULL;

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
