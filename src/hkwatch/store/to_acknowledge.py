# SPDX-License-Identifier: MIT
"""Which rows of a list wait for an acknowledgement, read by way of an index that holds only what asks for one."""

_ASKS = "acked_ms IS NULL AND back = 0 AND (level = 3 OR asks_ack = 1)"
"""As the index `item_asks` has it; a query must say the same for SQLite to use it."""

LEADS = (
    f"SELECT id FROM item WHERE {_ASKS} AND lead = 1 UNION"
    " SELECT l.id FROM (SELECT story FROM item"
    f" WHERE {_ASKS} AND asks_ack = 1 AND story IS NOT NULL) m JOIN item l ON l.story = m.story"
    " WHERE l.lead = 1 AND l.acked_ms IS NULL AND l.back = 0"
)
"""Ids of the rows; a story asks where one of its members does. Archived and muted ones are among them."""

COUNT = f"SELECT count(*) FROM item WHERE id IN ({LEADS}) AND muted_by IS NULL"
"""How many there are, without muted ones."""
