# SPDX-License-Identifier: MIT
"""Says in words what the search box understood, and why it did not understand."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.query import Query, QueryError
from hkwatch.services import query_complaint
from hkwatch.services.query_wording import Part, QueryWording
from hkwatch.ui.words import Counts


def wording(publisher_names: Mapping[str, str]) -> QueryWording:
    """Words in the interface language in force."""
    return QueryWording(QCoreApplication.translate, publisher_names)


def explain(
    query: Query, publisher_names: Mapping[str, str], items: int | None, took_ms: float, *, capped: bool = False
) -> list[Part]:
    """Pieces for the line under the field, values marked True. `items` None = the answer is not there yet;
    with `capped` there are more."""
    parts = wording(publisher_names).explain(query)
    if parts and items is not None:
        translate = QCoreApplication.translate
        count = translate("Explain", "more than {0} items").format(f"{items:,}") if capped else Counts().items(items)
        found = translate("Explain", "{0} in {1} ms").format(count, round(took_ms))
        parts.append((f" — {found}", False))
    return parts


def complaint(error: QueryError) -> str:
    """One sentence with an example that works."""
    return query_complaint.complaint(error, QCoreApplication.translate)
