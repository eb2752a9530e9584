CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- id = sort time in ms × 1024 + n: row order is list order and never changes.
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    publisher TEXT NOT NULL,
    ref TEXT NOT NULL,
    second_key TEXT NOT NULL,
    title TEXT NOT NULL,
    lang TEXT NOT NULL,
    summary TEXT NOT NULL,
    langs TEXT NOT NULL,
    doc_type TEXT NOT NULL,
    level INTEGER NOT NULL,
    topics TEXT NOT NULL,
    hk INTEGER NOT NULL,
    flag INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    reasons_lang TEXT NOT NULL,
    published_ms INTEGER,
    precision TEXT NOT NULL,
    first_seen_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    back INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    -- the user's own; a poll never writes these
    state INTEGER NOT NULL,
    starred INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0,
    acked_ms INTEGER,
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX item_second_key ON item (publisher, second_key) WHERE second_key <> '';
CREATE INDEX item_open ON item (id) WHERE state < 2 AND archived = 0;
CREATE INDEX item_counts ON item (publisher, flag, level) WHERE state < 2 AND archived = 0;
CREATE INDEX item_flagged ON item (id) WHERE flag = 1;
CREATE INDEX item_starred ON item (id) WHERE starred = 1;
CREATE INDEX item_publisher ON item (publisher, id);

-- body: 0 = none expected, 1 = wanted, 2 = stored, 3 = given up (the publisher has none)
CREATE TABLE item_text (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    lang TEXT NOT NULL,
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    html TEXT NOT NULL,
    text TEXT NOT NULL,
    url TEXT NOT NULL,
    modified_ms INTEGER,
    body INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    retry_ms INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (item_id, lang)
);
CREATE INDEX item_text_wanted ON item_text (item_id) WHERE body = 1;

CREATE TABLE revision (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    lang TEXT NOT NULL,
    n INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    title TEXT NOT NULL,
    html TEXT NOT NULL,
    text TEXT NOT NULL,
    modified_ms INTEGER,
    PRIMARY KEY (item_id, lang, n)
);

-- The exact strings in the index: SQLite 3.40 can only take words out of a contentless table when given them again.
CREATE TABLE item_index (
    item_id INTEGER PRIMARY KEY REFERENCES item (id),
    words TEXT NOT NULL,
    bigrams TEXT NOT NULL,
    facets TEXT NOT NULL
);
CREATE VIRTUAL TABLE item_fts USING fts5 (
    words, bigrams, facets,
    content = '',
    tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
);

CREATE TABLE source_state (
    source TEXT PRIMARY KEY,
    added_ms INTEGER NOT NULL,
    first_ok_ms INTEGER,
    last_ok_ms INTEGER,
    last_try_ms INTEGER,
    failing_since_ms INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    next_ms INTEGER,
    http_status INTEGER,
    error_key TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    validators_ms INTEGER,
    body_hash TEXT NOT NULL DEFAULT '',
    covered_ms INTEGER,
    items INTEGER NOT NULL DEFAULT 0,
    redirect TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

CREATE TABLE poll_log (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    http_status INTEGER,
    bytes INTEGER NOT NULL,
    elapsed_ms INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    added INTEGER NOT NULL,
    error_key TEXT NOT NULL
);
CREATE INDEX poll_log_source ON poll_log (source, id);

CREATE TABLE gap (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    state TEXT NOT NULL
);

CREATE TABLE price_bar (
    asset TEXT NOT NULL,
    step_s INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    open REAL NOT NULL,
    high REAL NOT NULL,
    low REAL NOT NULL,
    close REAL NOT NULL,
    own INTEGER NOT NULL,
    PRIMARY KEY (asset, step_s, at_ms)
) WITHOUT ROWID;

CREATE TABLE alert (
    id INTEGER PRIMARY KEY,
    spec TEXT NOT NULL,
    state TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    removed_ms INTEGER
);

CREATE TABLE firing (
    id INTEGER PRIMARY KEY,
    alert_id INTEGER NOT NULL REFERENCES alert (id),
    at_ms INTEGER NOT NULL,
    told INTEGER NOT NULL,
    late INTEGER NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX firing_alert ON firing (alert_id, at_ms);

-- One row a notice. key makes it unique for ever, so that nothing is told twice.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    item_id INTEGER,
    alert_id INTEGER,
    firing_id INTEGER,
    level INTEGER NOT NULL,
    state TEXT NOT NULL,
    summary_id INTEGER,
    created_ms INTEGER NOT NULL,
    due_ms INTEGER NOT NULL,
    done_ms INTEGER,
    error TEXT NOT NULL DEFAULT ''
);
CREATE INDEX outbox_due ON outbox (due_ms) WHERE state IN ('due', 'sending');

CREATE TABLE command_done (
    id TEXT PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    error TEXT NOT NULL
) WITHOUT ROWID;
