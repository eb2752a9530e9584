-- One event told by several items is a story; its lead is the row that is shown and found, by any member's words.
-- story: what members share, NULL = the item is alone. sources: how many sources carry the story.
-- own_level, own_flag: the item's own where `level` and `flag` are the story's; NULL = the same.
ALTER TABLE item ADD COLUMN story INTEGER;
ALTER TABLE item ADD COLUMN lead INTEGER NOT NULL DEFAULT 1;
ALTER TABLE item ADD COLUMN sources INTEGER NOT NULL DEFAULT 1;
ALTER TABLE item ADD COLUMN own_level INTEGER;
ALTER TABLE item ADD COLUMN own_flag INTEGER;
CREATE INDEX item_story ON item (story) WHERE story IS NOT NULL;

DROP INDEX item_open;
DROP INDEX item_counts;
DROP INDEX item_flagged;
DROP INDEX item_starred;
CREATE INDEX item_open ON item (id) WHERE state < 2 AND archived = 0 AND lead = 1;
CREATE INDEX item_counts ON item (publisher, flag, level) WHERE state < 2 AND archived = 0 AND lead = 1;
CREATE INDEX item_flagged ON item (id) WHERE flag = 1 AND lead = 1;
CREATE INDEX item_starred ON item (id) WHERE starred = 1 AND lead = 1;

-- What the user split and merged, by the command that asked for it, so that it can be undone and stays so.
CREATE TABLE story_choice (
    command TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    before INTEGER,
    after INTEGER,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (command, item_id)
) WITHOUT ROWID;
CREATE INDEX story_choice_after ON story_choice (after) WHERE kind = 'merge';
