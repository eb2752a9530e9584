-- What became of a notice. ways: by which it was told, joined by blanks. ended: what took it off the screen (an action
-- that was chosen, or why it was closed). repeat_ms: when it is told again until somebody answers.
ALTER TABLE outbox ADD COLUMN told_title TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN told_body TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN ways TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN told_ms INTEGER;
ALTER TABLE outbox ADD COLUMN ended TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN ended_ms INTEGER;
ALTER TABLE outbox ADD COLUMN held_ms INTEGER;
ALTER TABLE outbox ADD COLUMN repeat_ms INTEGER;
ALTER TABLE outbox ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0;
CREATE INDEX outbox_held ON outbox (id) WHERE state = 'held';
CREATE INDEX outbox_repeat ON outbox (repeat_ms) WHERE repeat_ms IS NOT NULL;
CREATE INDEX outbox_item ON outbox (item_id) WHERE item_id IS NOT NULL;
