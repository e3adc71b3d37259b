-- The bot watches over itself, and knows whose database and which update it has before it.

-- What is wrong with the bot, in a staff group or (0) in none, since when, when the supervisor last
-- heard of it, and since when it is over. The key prevents telling one thing twice.
CREATE TABLE alarms (
    wrong TEXT NOT NULL,
    group_id INTEGER NOT NULL,
    since REAL NOT NULL,
    said_at REAL,
    gone_at REAL,
    PRIMARY KEY (wrong, group_id)
);

-- The bot to whom all of this belongs. The check prevents a second one: numbers of updates, messages
-- and files mean something else to every bot. `watched_at`: when it last looked after itself; written
-- each minute, so that a full disk is noticed.
CREATE TABLE bot (
    one INTEGER PRIMARY KEY DEFAULT 1 CHECK (one = 1),
    bot_id INTEGER NOT NULL,
    watched_at REAL NOT NULL DEFAULT 0
);

-- What an update is known by besides its number, for Telegram's numbers may begin anew: nothing that
-- was said, nor by whom. NULL for updates of earlier releases.
ALTER TABLE inbox ADD COLUMN stamp INTEGER;
