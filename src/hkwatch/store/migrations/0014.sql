-- What was done with items and when, entry by entry; see domain/journal.py. Entries are only ever added.
-- hash = SHA-256 over the entry's values and prev_hash, the hash of the entry before it: a change shows.
-- item: which item it is about, NULL for none; kept when the item itself is taken out. detail: canonical JSON.
CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    item INTEGER,
    actor TEXT NOT NULL,
    detail TEXT NOT NULL,
    prev_hash BLOB NOT NULL,
    hash BLOB NOT NULL
);
CREATE INDEX audit_log_item ON audit_log (item) WHERE item IS NOT NULL;

CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log BEGIN
    SELECT RAISE (ABORT, 'entries of the journal are never changed');
END;
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log BEGIN
    SELECT RAISE (ABORT, 'entries of the journal are never deleted');
END;
