# SPDX-License-Identifier: MIT
"""The sources as a list for other readers, from what the window knows of them. Pure, and light enough for the desktop."""

from collections.abc import Iterable

from hkwatch.domain.catalogue import Catalogue, Kind
from hkwatch.domain.events import SourceHealth, SourceState
from hkwatch.sources.opml import FOLDER_JOINT, Outline, write_opml


def sources_as_opml(lines: Iterable[SourceHealth], catalogue: Catalogue) -> str:
    """OPML of all feeds that are watched or paused; sources that are off by themselves and APIs are left out.

    The user's own keep their folders, shipped ones are under their publisher's name.
    """
    outlines = []
    for line in lines:
        row = catalogue.sources.get(line.source)
        is_off = line.state is SourceState.OFF and not (line.own or (row is not None and row.enabled))
        if is_off or (row is not None and row.kind is not Kind.RSS):
            continue
        path = line.folder.split(FOLDER_JOINT) if line.own else [line.publisher_short_en or str(line.publisher)]
        lang = line.options.lang or (row.lang if row is not None else "")
        outlines.append(Outline(line.url, line.name_en, tuple(part for part in path if part), "", lang))
    return write_opml("hkwatch", outlines)
