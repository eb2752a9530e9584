-- When the publisher last changed what an item says, not only how it is written; NULL = never.
ALTER TABLE item ADD COLUMN substance_ms INTEGER;

-- What a publisher answered when a text was read, byte for byte: one row for each different answer.
-- body: zlib-compressed; NULL where the answer was too large to keep, its size and hash remain.
CREATE TABLE evidence (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    lang TEXT NOT NULL,
    fetched_ms INTEGER NOT NULL,
    url TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    hash TEXT NOT NULL,
    size INTEGER NOT NULL,
    body BLOB,
    PRIMARY KEY (item_id, lang, hash)
);
