-- name: cases_add(code, trust_words, chat_id, office, desk, group_id, state, place, stage, stage_at, opened_at, waiting_since, unanswered_since, last_at, context)
INSERT INTO cases (code, trust_words, chat_id, office, desk, group_id, state, place, stage,
                   stage_at, opened_at, waiting_since, unanswered_since, last_at, context)
VALUES (:code, :trust_words, :chat_id, :office, :desk, :group_id, :state, :place, :stage,
        :stage_at, :opened_at, :waiting_since, :unanswered_since, :last_at, :context)
RETURNING id;

-- name: cases_save(office, desk, group_id, topic_id, topic, topic_name, card_message_id, card_due, state, officer_id, officer_name, place, stage, stage_at, told_at, waiting_since, taken_at, first_reply_at, unanswered_since, last_at, closed_at, closed_by, reason, rating, comment, topic_after, id, version)
-- Only what was read is changed: whoever read an older version changes nothing.
UPDATE cases SET
    office = :office, desk = :desk, group_id = :group_id, topic_id = :topic_id, topic = :topic,
    topic_name = :topic_name, card_message_id = :card_message_id, card_due = :card_due,
    state = :state, officer_id = :officer_id, officer_name = :officer_name, place = :place,
    stage = :stage, stage_at = :stage_at, told_at = :told_at, waiting_since = :waiting_since,
    taken_at = :taken_at, first_reply_at = :first_reply_at,
    unanswered_since = :unanswered_since, last_at = :last_at, closed_at = :closed_at,
    closed_by = :closed_by, reason = :reason, rating = :rating, comment = :comment,
    topic_after = :topic_after, version = version + 1
WHERE id = :id AND version = :version;

-- name: cases_one(id)
SELECT id, code, trust_words, chat_id, office, desk, group_id, topic_id, topic, topic_name,
       card_message_id, card_due, state, officer_id, officer_name, place, stage, stage_at,
       told_at, opened_at, waiting_since, taken_at, first_reply_at, unanswered_since, last_at,
       closed_at, closed_by, reason, rating, comment, context, version,
       topic_after
FROM cases WHERE id = :id;

-- name: cases_of_code(code)
SELECT id FROM cases WHERE code = :code;

-- name: cases_of_topic(group_id, topic_id)
SELECT id FROM cases WHERE group_id = :group_id AND topic_id = :topic_id;

-- name: cases_latest(chat_id)
SELECT id FROM cases WHERE chat_id = :chat_id ORDER BY opened_at DESC, id DESC LIMIT 1;

-- name: cases_open()
SELECT id, code, trust_words, chat_id, office, desk, group_id, topic_id, topic, topic_name,
       card_message_id, card_due, state, officer_id, officer_name, place, stage, stage_at,
       told_at, opened_at, waiting_since, taken_at, first_reply_at, unanswered_since, last_at,
       closed_at, closed_by, reason, rating, comment, context, version,
       topic_after
FROM cases WHERE state <> 'closed' ORDER BY opened_at, id;

-- name: cases_since(since)
SELECT id, code, trust_words, chat_id, office, desk, group_id, topic_id, topic, topic_name,
       card_message_id, card_due, state, officer_id, officer_name, place, stage, stage_at,
       told_at, opened_at, waiting_since, taken_at, first_reply_at, unanswered_since, last_at,
       closed_at, closed_by, reason, rating, comment, context, version,
       topic_after
FROM cases WHERE opened_at >= :since OR state <> 'closed' OR first_reply_at >= :since
ORDER BY opened_at, id;

-- name: cases_learn(context, id)
-- What somebody tells while the case waits.
UPDATE cases SET context = :context WHERE id = :id;

-- name: cases_before(chat_id, since)
SELECT reason, officer_name, rating FROM cases
WHERE chat_id = :chat_id AND opened_at >= :since ORDER BY opened_at, id;

-- name: cases_topics(group_id)
-- Those on their way out as well: a lost topic that is searched for must not be found among them.
SELECT topic_id FROM cases WHERE group_id = :group_id AND topic_id IS NOT NULL
UNION SELECT topic_id FROM leaving_topics WHERE group_id = :group_id;

-- name: cases_without_topic()
SELECT id FROM cases WHERE topic = 'none' AND state <> 'closed' ORDER BY id;

-- name: cases_cards()
SELECT id FROM cases WHERE card_due = 1 AND topic = 'there' ORDER BY id;

-- name: cases_hold(case_id, chat_id)
-- The open case of a chat that is not the one in hand.
UPDATE chats SET case_id = :case_id WHERE chat_id = :chat_id;

-- name: cases_forget(chat_id)
-- The figures stay, nobody is in them.
UPDATE cases SET chat_id = 0, context = '{}', comment = '', trust_words = '' WHERE chat_id = :chat_id;

-- name: cases_wipe(before)
UPDATE cases SET context = '{}', comment = ''
WHERE state = 'closed' AND closed_at < :before AND (context <> '{}' OR comment <> '');

-- name: cases_migrate(group_id, moved_to)
UPDATE cases SET group_id = :moved_to WHERE group_id = :group_id;

-- name: codes_add(code, chat_id, trust_words, made_at)
INSERT INTO codes (code, chat_id, trust_words, made_at)
VALUES (:code, :chat_id, :trust_words, :made_at)
ON CONFLICT (chat_id) DO UPDATE SET
    code = excluded.code, trust_words = excluded.trust_words, made_at = excluded.made_at;

-- name: codes_of_chat(chat_id, since)
SELECT code, trust_words FROM codes WHERE chat_id = :chat_id AND made_at >= :since;

-- name: codes_chat(code, since)
SELECT chat_id FROM codes WHERE code = :code AND made_at >= :since;

-- name: codes_taken(code)
SELECT 1 FROM codes WHERE code = :code UNION SELECT 1 FROM cases WHERE code = :code;

-- name: codes_drop(chat_id)
DELETE FROM codes WHERE chat_id = :chat_id;
