-- name: chats_one(chat_id)
SELECT chat_id, conversation, blocked, case_id
FROM chats WHERE chat_id = :chat_id;

-- name: chats_save(chat_id, conversation, blocked, case_id, changed_at)
INSERT INTO chats (chat_id, conversation, blocked, case_id, changed_at)
VALUES (:chat_id, :conversation, :blocked, :case_id, :changed_at)
ON CONFLICT (chat_id) DO UPDATE SET
    conversation = excluded.conversation,
    blocked = excluded.blocked,
    case_id = excluded.case_id,
    changed_at = excluded.changed_at;

-- name: chats_block(chat_id)
UPDATE chats SET blocked = 1 WHERE chat_id = :chat_id;

-- name: chats_prune(before)
-- Nobody who still waits for a person is forgotten.
DELETE FROM chats WHERE changed_at < :before AND case_id IS NULL;

-- name: chats_forget(chat_id)
DELETE FROM chats WHERE chat_id = :chat_id;

-- name: chats_talks()
-- Conversations as they stand, for the figures of where people stop.
SELECT conversation, changed_at FROM chats;
