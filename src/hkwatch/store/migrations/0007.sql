-- Of which items an alert on a saved search has fired: of each once, for ever.
CREATE TABLE alert_item (
    alert_id INTEGER NOT NULL REFERENCES alert (id),
    item_id INTEGER NOT NULL,
    firing_id INTEGER NOT NULL REFERENCES firing (id),
    PRIMARY KEY (alert_id, item_id)
) WITHOUT ROWID;

-- Alerts look at what came in lately.
CREATE INDEX item_new ON item (first_seen_ms) WHERE back = 0;
