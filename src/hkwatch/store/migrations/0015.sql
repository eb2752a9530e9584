-- Further ways out. A channel holds no secret; a delivery is one notice on its way through one channel.
CREATE TABLE channel (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    subjects TEXT NOT NULL,
    least INTEGER NOT NULL,
    waits INTEGER NOT NULL,
    paused INTEGER NOT NULL,
    secret TEXT NOT NULL,
    variable TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    removed_ms INTEGER,
    ok_ms INTEGER,
    failed_ms INTEGER,
    error TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT ''
);

CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    channel_id INTEGER NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
    notice_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    due_ms INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    message TEXT NOT NULL DEFAULT '',
    done_ms INTEGER,
    error TEXT NOT NULL DEFAULT '',
    UNIQUE (channel_id, notice_id)
);

CREATE INDEX delivery_open ON delivery (due_ms) WHERE state IN ('new', 'due', 'sending');
CREATE INDEX delivery_lost ON delivery (channel_id, id) WHERE state IN ('failed', 'maybe');
CREATE INDEX delivery_notice ON delivery (notice_id);
