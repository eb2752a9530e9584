-- What a mark of the user's changed, as it was before, so that it can be put back.
CREATE TABLE mark_step (
    command TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    mark TEXT NOT NULL,
    state INTEGER NOT NULL,
    starred INTEGER NOT NULL,
    archived INTEGER NOT NULL,
    acked_ms INTEGER,
    note TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (command, item_id)
) WITHOUT ROWID;
CREATE INDEX mark_step_item ON mark_step (item_id);
CREATE INDEX mark_step_at ON mark_step (at_ms);

-- What asks for an acknowledgement is rare, and looked up at every change.
CREATE INDEX item_asks ON item (id) WHERE acked_ms IS NULL AND back = 0 AND (level = 3 OR asks_ack = 1);
