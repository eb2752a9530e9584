-- What the user's own rules say of an item: names they gave it (blanks between), a pin on the chart, to be acknowledged.
-- muted_by: the mute that hides it, NULL while it may be seen.
ALTER TABLE item ADD COLUMN labels TEXT NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN asks_ack INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN muted_by INTEGER;

DROP INDEX item_counts;
CREATE INDEX item_counts ON item (publisher, flag, level) 
    WHERE state < 2 AND archived = 0 AND lead = 1 AND muted_by IS NULL;
CREATE INDEX item_muted ON item (muted_by) WHERE muted_by IS NOT NULL;
CREATE INDEX item_pinned ON item (id) WHERE pinned = 1;

-- story: the story it hides, with all that joins it; NULL = it goes by `value`.
CREATE TABLE mute (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    publisher TEXT NOT NULL,
    story INTEGER,
    created_ms INTEGER NOT NULL,
    until_ms INTEGER,
    command TEXT NOT NULL UNIQUE
);

-- The last changes of the user's rules file, for undo: its text before and after each.
CREATE TABLE rule_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    what TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
);
