-- Until when something can be handed in: one row a consultation, however many items speak of it.
-- *_ms of days: the Hong Kong midnight with which the day begins. stated_ms: the last day as the publisher's own data
-- gave it last; NULL where the deadline was read in a text. learned_ms: when the present last day became known.
CREATE TABLE deadline (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    publisher TEXT NOT NULL,
    ref TEXT NOT NULL,
    item_id INTEGER REFERENCES item (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    published_ms INTEGER,
    announced_ms INTEGER NOT NULL,
    closes_ms INTEGER NOT NULL,
    stated_ms INTEGER,
    learned_ms INTEGER NOT NULL,
    conclusion_ref TEXT NOT NULL DEFAULT '',
    conclusion_id INTEGER REFERENCES item (id) ON DELETE SET NULL,
    concluded_ms INTEGER
);
CREATE UNIQUE INDEX deadline_ref ON deadline (publisher, ref) WHERE ref <> '';
CREATE INDEX deadline_closes ON deadline (closes_ms);
CREATE INDEX deadline_item_id ON deadline (item_id);
CREATE INDEX deadline_conclusion_id ON deadline (conclusion_id);

-- Which items speak of it: the consultation's own one, press releases, the same of another body.
CREATE TABLE deadline_item (
    item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
    deadline_id INTEGER NOT NULL REFERENCES deadline (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX deadline_item_deadline ON deadline_item (deadline_id);

-- Every change of a last day, oldest first.
CREATE TABLE deadline_move (
    id INTEGER PRIMARY KEY,
    deadline_id INTEGER NOT NULL REFERENCES deadline (id) ON DELETE CASCADE,
    at_ms INTEGER NOT NULL,
    before_ms INTEGER NOT NULL,
    after_ms INTEGER NOT NULL
);
CREATE INDEX deadline_move_deadline ON deadline_move (deadline_id);
