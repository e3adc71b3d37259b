-- What the desk remembered only while the program ran, and the guide message nobody reads any more.

-- Nothing is tried again before: a refused topic, a delivery into a group that was lost.
ALTER TABLE cases ADD COLUMN topic_after REAL;
ALTER TABLE cases ADD COLUMN inward_after REAL;

-- Topics of a staff group that people opened themselves: the search for a lost topic must not take
-- one of them for it.
CREATE TABLE own_topics (
    group_id INTEGER NOT NULL,
    topic_id INTEGER NOT NULL,
    PRIMARY KEY (group_id, topic_id)
);

-- "Is something still on its way there?", asked for lanes whose outcome somebody hears.
CREATE INDEX outbox_heard ON outbox (lane) WHERE state = 'waiting' AND about IS NOT NULL;

ALTER TABLE chats DROP COLUMN screen_message_id;
ALTER TABLE outbox DROP COLUMN keep;
