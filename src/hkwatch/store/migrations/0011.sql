-- Searches the user saved as views. position: their order in the rail. removed_ms: taken away, kept for the undo.
-- notify: a new item that it finds is told whatever its level. problem: why it could not be asked lately, empty if it could.
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    notify INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    removed_ms INTEGER,
    problem TEXT NOT NULL DEFAULT '',
    command TEXT NOT NULL
);
CREATE UNIQUE INDEX saved_search_command ON saved_search (command) WHERE command <> '';

-- Which saved searches a notice is told for.
CREATE TABLE outbox_search (
    outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    search_id INTEGER NOT NULL REFERENCES saved_search (id),
    PRIMARY KEY (outbox_id, search_id)
) WITHOUT ROWID;
