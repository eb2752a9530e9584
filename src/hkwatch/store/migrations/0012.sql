-- How the polls of a Hong Kong day went, for good: the log of single polls is trimmed. source '' = all of them together.
-- day_ms: the midnight with which the day begins. longest_ms: the longest time without a good answer that ended that day.
CREATE TABLE poll_day (
    source TEXT NOT NULL,
    day_ms INTEGER NOT NULL,
    checks INTEGER NOT NULL,
    good INTEGER NOT NULL,
    longest_ms INTEGER NOT NULL,
    PRIMARY KEY (source, day_ms)
) WITHOUT ROWID;

-- The same by the hour, of all sources together: what was asked while nobody looked.
CREATE TABLE poll_hour (
    hour_ms INTEGER PRIMARY KEY,
    checks INTEGER NOT NULL,
    good INTEGER NOT NULL
);

-- good_ms: last good answer, NULL before the first. allowed_ms: a longer time than this without one is a silence.
CREATE TABLE poll_watch (
    source TEXT PRIMARY KEY,
    first_ms INTEGER NOT NULL,
    good_ms INTEGER,
    allowed_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- Times without a good answer that were longer than allowed, from one good answer to the next.
CREATE TABLE poll_silence (
    source TEXT NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    PRIMARY KEY (source, from_ms)
) WITHOUT ROWID;

-- Runs of polls that failed one after the other. to_ms: the good answer that ended it, NULL while it goes on.
CREATE TABLE poll_failure (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER,
    checks INTEGER NOT NULL,
    error_key TEXT NOT NULL
);
CREATE INDEX poll_failure_from ON poll_failure (from_ms);
CREATE INDEX poll_failure_open ON poll_failure (source) WHERE to_ms IS NULL;

-- When the user was away: from the last sign of life in the window to the next one.
CREATE TABLE away (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    seen_ms INTEGER,
    cleared_ms INTEGER
);

-- When a gap was filled or dismissed; NULL while it is open, and where that was not noted.
ALTER TABLE gap ADD COLUMN closed_ms INTEGER;
