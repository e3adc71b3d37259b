-- Files: a picture or recording is uploaded once, then named by what Telegram called it.

-- Telegram's name for content that we uploaded. The key is the hash of the content:
-- it prevents a changed picture from being sent as it was before.
CREATE TABLE files (
    key TEXT PRIMARY KEY,
    file_id TEXT NOT NULL
);
