# SPDX-License-Identifier: MIT
"""What stands in place of the table when it has no line to show. Pure."""

from PySide6.QtCore import QCoreApplication

from hkwatch.ui.sources.lines import View


def empty_words(view: View, *, is_up: bool, has_sources: bool) -> tuple[str, str, str, str]:
    """Icon, sentence, reason and action. `is_up`: the engine has spoken; `has_sources`: there are some, but not shown."""
    translate = QCoreApplication.translate
    words = view.words.strip()
    if not is_up:
        return (
            "rss",
            translate("Sources", "The engine is starting"),
            translate("Sources", "The sources appear as soon as it answers."),
            "",
        )
    if words and has_sources:
        return (
            "search-x",
            translate("Sources", "No source matches “{0}”").format(words),
            translate("Sources", "Name, publisher, address and state are looked at."),
            translate("Sources", "Clear the filter"),
        )
    if has_sources:
        return (
            "pause",
            translate("Sources", "Every source is paused or off"),
            translate("Sources", "Nothing is watched."),
            translate("Sources", "Show them"),
        )
    return (
        "rss",
        translate("Sources", "No source is watched"),
        translate("Sources", "Add a feed, a site or an OPML file."),
        translate("Sources", "Add source…"),
    )
