# SPDX-License-Identifier: MIT
"""Keeps a list where it is while its rows are read again: its place on screen, and rows that would leave."""

from collections.abc import Collection, Sequence

from hkwatch.domain.ids import ItemId
from hkwatch.domain.rows import InboxRow
from hkwatch.ui.inbox.pane import InboxPane


def place_of(pane: InboxPane) -> tuple[ItemId, int] | None:
    """The item that must stay where it is and its top in px; None at the top of a list without a selection."""
    view = pane.view
    chosen = view.current_id
    shown = view.visible_items()
    if chosen is None and view.verticalScrollBar().value() == 0:
        return None
    ids = [prepared.row.id for prepared in shown]
    anchor = chosen if chosen in ids else (ids[0] if ids else None)
    if anchor is None:
        return None
    return anchor, view.visualRect(pane.model.index(pane.model.row_of(anchor))).top()


def back_to(pane: InboxPane, place: tuple[ItemId, int]) -> None:
    """Scroll so that the item is at its former place."""
    item, y = place
    row = pane.model.row_of(item)
    if row < 0:
        return
    view = pane.view
    view.doItemsLayout()
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + view.visualRect(pane.model.index(row)).top() - y)


def kept_in(rows: Sequence[InboxRow], held: Collection[InboxRow], former: Sequence[ItemId]) -> list[InboxRow]:
    """`rows` with those of `held` that are not among them, each after the row it followed in `former`.

    A row whose mark takes it out of the view stays so until another view is chosen.
    """
    known = {row.id for row in rows}
    missing = {row.id: row for row in held if row.id not in known}
    if not missing:
        return list(rows)
    after: dict[ItemId | None, list[InboxRow]] = {}
    last: ItemId | None = None
    for item in former:
        if item in missing:
            after.setdefault(last, []).append(missing[item])
        elif item in known:
            last = item
    result = list(after.get(None, ()))
    for row in rows:
        result.append(row)
        result += after.get(row.id, ())
    return result
