-- The firms of the dictionary that an item names in its headline or opening, by their ids.
CREATE TABLE item_firm (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    firm TEXT NOT NULL,
    PRIMARY KEY (item_id, firm)
) WITHOUT ROWID;
CREATE INDEX item_firm_of ON item_firm (firm, item_id);

-- The dictionary itself, written at each start. n: its order. key: a name made comparable; see domain/query_firms.py.
CREATE TABLE firm (
    id TEXT PRIMARY KEY,
    n INTEGER NOT NULL,
    label TEXT NOT NULL,
    ce TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE firm_name (
    key TEXT NOT NULL,
    firm TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (key, firm)
) WITHOUT ROWID;
