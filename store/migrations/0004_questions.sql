-- Questions: what no topic answered, for the editors. Nobody's in particular.

-- The text is masked, the day is Jakarta's (ISO), `nearest` a JSON list of topic ids. No chat, no
-- person. The key prevents a wording of one day from filling the list: it is counted instead.
CREATE TABLE questions (
    text TEXT NOT NULL,
    day TEXT NOT NULL,
    nearest TEXT NOT NULL,
    times INTEGER NOT NULL DEFAULT 1 CHECK (times > 0),
    PRIMARY KEY (text, day)
);

-- What is too old is found without reading the rest.
CREATE INDEX questions_day ON questions (day);
