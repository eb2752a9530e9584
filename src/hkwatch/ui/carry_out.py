# SPDX-License-Identifier: MIT
"""Rows on their way to another program: as cells for a spreadsheet, or as links that are dragged out. Pure but for Qt's types."""

import html
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QMimeData, QUrl

from hkwatch.domain.export import safe_cell
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Precision
from hkwatch.domain.rows import InboxRow
from hkwatch.ui.formats import in_hkt
from hkwatch.ui.web import host_of
from hkwatch.ui.words import doc_type_text, level_text, state_text

"""A cell that begins so would be calculated; what a publisher writes must stay text."""


def cells(rows: Iterable[InboxRow], addresses: Mapping[ItemId, str], names: Mapping[str, str]) -> str:
    """Lines of tab-separated cells under a head, in the interface language; times are Hong Kong's, as ISO dates."""
    translate = QCoreApplication.translate
    head = (
        translate("Sheet", "Published HKT"),
        translate("Sheet", "Source"),
        translate("Sheet", "Type"),
        translate("Sheet", "Level"),
        translate("Sheet", "Title"),
        translate("Sheet", "Reference"),
        translate("Sheet", "Address"),
        translate("Sheet", "State"),
    )
    lines = [head]
    for row in rows:
        state = state_text(row.state, acknowledged=row.acknowledged)
        lines.append(
            (
                _published(row),
                names.get(row.publisher, row.publisher.upper()),
                doc_type_text(row.doc_type),
                level_text(row.level),
                row.title,
                row.ref,
                addresses.get(row.id, ""),
                translate("Sheet", "{0}, archived").format(state) if row.archived else state,
            )
        )
    return "".join("\t".join(map(_cell, line)) + "\n" for line in lines)


def links(rows: Sequence[InboxRow], addresses: Mapping[ItemId, str]) -> QMimeData | None:
    """The rows as links with their titles, for whatever they are dropped on; None where none has a web address."""
    found = [(row.title, addresses[row.id]) for row in rows if host_of(addresses.get(row.id, ""))]
    if not found:
        return None
    data = QMimeData()
    data.setUrls([QUrl(address) for _, address in found])
    data.setText("\n".join(f"{title}\n{address}" for title, address in found))
    data.setHtml("<br>".join(f'<a href="{html.escape(address)}">{html.escape(title)}</a>' for title, address in found))
    return data


def _published(row: InboxRow) -> str:
    if row.published_at is None:
        return ""
    at = in_hkt(row.published_at)
    return f"{at:%Y-%m-%d}" if row.precision is Precision.DAY else f"{at:%Y-%m-%d %H:%M}"


def _cell(text: str) -> str:
    return safe_cell(" ".join(text.split()))
