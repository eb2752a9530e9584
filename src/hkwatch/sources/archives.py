# SPDX-License-Identifier: MIT
"""The readers of archives by the name that a catalogue row gives in `adapter`."""

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.errors import FormatError
from hkwatch.sources import hkma_api, sfc_archives
from hkwatch.sources.archive_page import Archive

_ARCHIVES: dict[str, Archive] = {
    "sfc-news": sfc_archives.News(),
    "sfc-circulars": sfc_archives.Circulars(),
    "sfc-consultations": sfc_archives.Consultations(),
    "hkma-press": hkma_api.PressReleases(),
}
NAMES = frozenset(_ARCHIVES)
"""The names rows may give."""


def archive_of(row: SourceRow) -> Archive:
    """The reader of a row. Raises FormatError `unknown-adapter` where its name is none of ours."""
    archive = _ARCHIVES.get(row.adapter)
    if archive is None:
        raise FormatError("unknown-adapter", f"{row.id}: no reader is named {row.adapter!r}.", "Correct the row.")
    return archive
