-- Only the newest screen of a guide counts, and fresh words come before old ones.

-- What an unknown outcome of a call means (`store/outbox.py`). The check prevents a call that nobody
-- knows how to repeat.
ALTER TABLE outbox ADD COLUMN delivery TEXT NOT NULL DEFAULT 'again'
    CHECK (delivery IN ('ask', 'again', 'screen', 'once', 'drop'));

-- What the release before left waiting: officers' words as they were carried, new topics, toasts, and
-- what the guide says to somebody without an open case. The rest must arrive.
UPDATE outbox SET delivery = CASE
    WHEN method = 'createForumTopic' THEN 'once'
    WHEN method IN ('answerCallbackQuery', 'sendChatAction') THEN 'drop'
    WHEN about LIKE '%"about": "out"%' THEN 'ask'
    WHEN chat_id > 0 AND (about IS NULL OR about LIKE '%"about": "file"%')
        AND (method LIKE 'send%' OR method LIKE 'editMessage%') AND method <> 'editMessageReplyMarkup'
        AND chat_id NOT IN (SELECT chat_id FROM chats WHERE case_id IS NOT NULL) THEN 'screen'
    ELSE 'again'
END
WHERE state = 'waiting';

-- A newer screen finds those of its chat that still wait.
CREATE INDEX outbox_screens ON outbox (chat_id) WHERE state = 'waiting' AND delivery = 'screen';

-- The last screen of a chat that may not have arrived. It is shown once more when the person is
-- there again. The key prevents showing somebody more than that one.
CREATE TABLE unseen (
    chat_id INTEGER PRIMARY KEY,
    method TEXT NOT NULL,
    payload TEXT NOT NULL,
    at REAL NOT NULL
);

-- When it was written, by our clock: what waited elsewhere comes after what was just said. Of rows
-- of the release before only the arrival is known.
ALTER TABLE inbox ADD COLUMN written_at REAL NOT NULL DEFAULT 0;
UPDATE inbox SET written_at = received_at;

-- "Who wrote just now?" and "what waits of this chat?" are answered without reading the backlog.
CREATE INDEX inbox_written ON inbox (written_at) WHERE state = 'waiting';
CREATE INDEX inbox_of_chat ON inbox (chat_id, update_id) WHERE state = 'waiting';
