-- What an item says happened to a licence: one row for each firm it names, one with an empty firm where it names none.
-- event, regime: as in domain/licence_event.py; regime is empty where not stated or not Hong Kong's.
CREATE TABLE licence_event (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    event TEXT NOT NULL,
    firm TEXT NOT NULL,
    ce TEXT NOT NULL,
    entity TEXT NOT NULL,
    regime TEXT NOT NULL,
    hk INTEGER NOT NULL,
    PRIMARY KEY (item_id, n)
) WITHOUT ROWID;
CREATE INDEX licence_event_entity ON licence_event (entity, item_id) WHERE entity <> '';
CREATE INDEX licence_event_ce ON licence_event (ce, item_id) WHERE ce <> '';
