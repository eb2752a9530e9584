-- What was put away is a small part of a large store; without an index its view reads every row.
CREATE INDEX item_archived ON item (id) WHERE archived = 1 AND lead = 1;
