# SPDX-License-Identifier: MIT
"""The documents of an item as a list under its text, and why a document could not be read, in words."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.attachment import Attachment
from hkwatch.domain.detail import ItemText
from hkwatch.ui import formats
from hkwatch.ui.error_text import told

_KIB = 1024


def documents_html(attachments: Sequence[Attachment]) -> str:
    """A heading and a link a document, with kind and size where known; empty without documents."""
    if not attachments:
        return ""
    heading = QCoreApplication.translate("Reader", "Documents")
    rows = "".join(
        f'<li><a href="{html.escape(one.url)}">{html.escape(one.title)}</a>{_facts(one)}</li>' for one in attachments
    )
    return f"<h4>{html.escape(heading)}</h4><ul>{rows}</ul>"


def size_text(size: int) -> str:
    """`99 KB`, `1.2 MB`."""
    if size < _KIB * _KIB:
        return f"{max(1, round(size / _KIB)):,} KB"
    return f"{size / _KIB / _KIB:.1f} MB"


def problem_text(text: ItemText) -> str:
    """Why the document of an item has no text here, and what to do; empty where there is no such problem."""
    translate = QCoreApplication.translate
    if not text.error_key:
        return ""
    later = translate("Reader", "It is asked again later.")
    here = translate("Reader", "Open it at the source.")
    known = {
        "pdf-is-page": (translate("Reader", "A web page came where the PDF was due."), later),
        "pdf-is-other": (translate("Reader", "What came is no PDF."), later),
        "pdf-encrypted": (translate("Reader", "The PDF can only be read with a password."), here),
        "pdf-no-text": (translate("Reader", "The PDF holds pictures of its pages and no text."), here),
        "pdf-broken": (translate("Reader", "The PDF is damaged."), here),
        "pdf-too-large": (translate("Reader", "The PDF needs more memory than it may use here."), here),
        "pdf-too-slow": (translate("Reader", "The PDF took too long to read."), here),
        "pdf-no-reader": (
            translate("Reader", "The part of hkwatch that reads PDFs could not be started."),
            translate("Reader", "Install hkwatch again."),
        ),
    }
    if text.error_key not in known:
        return told(text.error, text.next_step, text.error_key)
    return " ".join(known[text.error_key])


def _facts(one: Attachment) -> str:
    facts = [one.kind.upper()] if one.kind else []
    if one.size is not None:
        facts.append(size_text(one.size))
    # Facts of one document stay on one line.
    said = f" {formats.DOT} ".join(facts).replace(" ", formats.NO_BREAK)
    return f' <span class="small">{html.escape(said)}</span>' if said else ""
