-- What is believed of each register, as one JSON value; see domain/register_watch.py.
CREATE TABLE register_state (
    register TEXT PRIMARY KEY,
    belief TEXT NOT NULL,
    baseline_ms INTEGER,
    checked_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- Every page that differed from the one before it. body: zlib; NULL where it was too large to keep.
-- state: baseline, compared, held (not compared) or accepted. counts: rows of each list as JSON.
CREATE TABLE register_snapshot (
    id INTEGER PRIMARY KEY,
    register TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    seen_ms INTEGER NOT NULL,
    url TEXT NOT NULL,
    content_type TEXT NOT NULL,
    hash TEXT NOT NULL,
    size INTEGER NOT NULL,
    body BLOB,
    last_update TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    counts TEXT NOT NULL
);
CREATE INDEX register_snapshot_of ON register_snapshot (register, id);

-- The rows that are believed now. since_ms: first seen on this list, NULL = on it at the baseline.
CREATE TABLE register_row (
    register TEXT NOT NULL,
    n INTEGER NOT NULL,
    list TEXT NOT NULL,
    key TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    platform TEXT NOT NULL,
    ce TEXT NOT NULL,
    date TEXT NOT NULL,
    fields TEXT NOT NULL,
    since_ms INTEGER,
    PRIMARY KEY (register, n)
) WITHOUT ROWID;

-- old, new: the whole row before and after as JSON, empty on the side where there is none.
CREATE TABLE register_change (
    id INTEGER PRIMARY KEY,
    register TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    list TEXT NOT NULL,
    from_list TEXT NOT NULL,
    key TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    snapshot_id INTEGER REFERENCES register_snapshot (id),
    item_id INTEGER REFERENCES item (id) ON DELETE SET NULL
);
CREATE INDEX register_change_of ON register_change (register, id);
CREATE INDEX register_change_item ON register_change (item_id);
CREATE INDEX register_change_at ON register_change (at_ms);
