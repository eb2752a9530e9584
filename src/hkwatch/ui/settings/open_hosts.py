# SPDX-License-Identifier: MIT
"""The hosts whose links open without asking: one is added by its name or by a whole address, and taken out again."""

import re

from hkwatch.domain.address import host_of
from hkwatch.ui.settings.editable_list import EditableList, Typed

_MOST_ROWS = 4
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")


def host_in(text: str) -> str:
    """The host that was typed, alone or in an address, without `www.`; empty where there is none."""
    typed = text.strip().lower()
    host = host_of(typed if "://" in typed else f"https://{typed}")
    return host if _HOST.fullmatch(host) else ""


class OpenHosts(EditableList):
    """Hosts in the order they were added."""

    def __init__(self) -> None:
        super().__init__(_MOST_ROWS)
        self.field.setPlaceholderText("example.com")
        self.field.setAccessibleName(self.tr("Host to trust"))
        self.field.setMaxLength(253)
        self.add.setText(self.tr("Add"))
        self.remove.setText(self.tr("Take out"))
        self.list.setAccessibleName(self.tr("Links that open without asking"))
        self.empty.setText(self.tr("None yet: only the publishers’ links open at once."))

    def read(self, typed: str, entries: tuple[str, ...]) -> Typed:
        host = host_in(typed)
        if not host:
            return Typed(None, self.tr("{0} is no host. Write it as example.com.").format(typed))
        if host in entries:
            return Typed(None, self.tr("{0} is in the list already.").format(host))
        return Typed(host)
