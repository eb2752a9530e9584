-- Why a text could not be read although its document came; empty while there is nothing to say.
ALTER TABLE item_text ADD COLUMN error_key TEXT NOT NULL DEFAULT '';
ALTER TABLE item_text ADD COLUMN error TEXT NOT NULL DEFAULT '';
ALTER TABLE item_text ADD COLUMN next_step TEXT NOT NULL DEFAULT '';

-- Documents that belong to an item, in the publisher's order. size: bytes; NULL = not known.
CREATE TABLE attachment (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    lang TEXT NOT NULL,
    n INTEGER NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    kind TEXT NOT NULL,
    size INTEGER,
    PRIMARY KEY (item_id, lang, n)
) WITHOUT ROWID;

-- What belongs together; each pair stands here twice, once from either side.
CREATE TABLE item_link (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    PRIMARY KEY (item_id, other_id, kind)
) WITHOUT ROWID;
CREATE INDEX item_link_other ON item_link (other_id);
