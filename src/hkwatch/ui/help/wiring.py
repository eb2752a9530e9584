# SPDX-License-Identifier: MIT
"""Connects guide, keys, news, licences and hints with the window. Files are read in the file thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hkwatch import __version__
from hkwatch.domain.commands import AskNewest
from hkwatch.domain.events import NewestKnown
from hkwatch.ui.banners import Rank, Telling
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.error_text import error_text, said
from hkwatch.ui.hints import Hint, Hints, key_text
from hkwatch.ui.inbox import BannerKind
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.window_actions import WindowActions

if TYPE_CHECKING:
    from hkwatch.ui.help.guide_text import Chapter
    from hkwatch.ui.help.parts_list import Part
    from hkwatch.ui.keys.page import KeyPage
    from hkwatch.ui.parts import Parts

_SPEAKING = ("guide", "keys", "key-page", "about", "newer")
"""Names of the windows that change their language while they are open."""


class HelpManager(QObject):
    """Everything in the menu Help but the search language, and the page on which keys are changed."""

    def __init__(
        self,
        parts: "Parts",
        actions: WindowActions,
        dialogs: OpenDialogs,
        language: Callable[[], str],
        parent: QObject,
    ) -> None:
        """`language` is the interface language in force."""
        super().__init__(parent)
        self._parts, self._dialogs, self._language = parts, dialogs, language
        self._keymap = actions.keymap
        self._resources = parts.marks.theme.resources
        self._keymap.changed.connect(self._on_keys)
        parts.controller.newest_known.connect(self._on_newest)
        for name, act in {
            "guide": self.show_guide,
            "keys": self.show_keys,
            "key-page": self.show_key_page,
            "news": self.show_news,
            "newer": self.show_newest,
            "about": self.show_about,
        }.items():
            actions.on(name, act)
        self.hints = Hints(parts.window, parts.marks, parts.window.state, self)
        self._add_hints()
        parts.window.was_shown.connect(self._on_shown)
        # The banner and the list come first, and whoever builds the window is not done yet.
        QTimer.singleShot(0, self, self._begin)

    def set_language(self, language: str) -> None:
        """Say everything in another interface language; the translation is installed already."""
        # At the start none is open, and nothing of them is imported then.
        found = [dialog for dialog in map(self._dialogs.get, _SPEAKING) if dialog is not None]
        if not found:
            return
        from hkwatch.ui.help.about import AboutDialog
        from hkwatch.ui.help.guide import GuideWindow
        from hkwatch.ui.help.newest import NewestWindow
        from hkwatch.ui.keys.sheet import KeySheet

        for dialog in found:
            if isinstance(dialog, GuideWindow | KeySheet | KeyWindow | AboutDialog | NewestWindow):
                dialog.set_language(language)
        if "guide" in self._dialogs:
            self._load_guide()

    def show_guide(self, chapter: str = "") -> None:
        """The user guide; without a chapter's name, at what the focus is in."""
        from hkwatch.ui.help.guide import GuideWindow

        chapter = chapter or self._chapter_here()
        before = self._dialogs.get("guide")
        if isinstance(before, GuideWindow):
            before.raise_()
            before.activateWindow()
            return
        parts = self._parts
        window = GuideWindow(parts.marks, self._keymap.key, self._language(), parts.window)
        window.show_chapter(chapter)
        self._dialogs.present("guide", window)
        self._load_guide()

    def show_keys(self) -> None:
        """All keys at a glance."""
        from hkwatch.ui.keys.sheet import KeySheet

        parts = self._parts
        sheet = KeySheet(parts.marks, self._keymap, self._language(), parts.window)
        sheet.change_wanted.connect(self.show_key_page)
        self._dialogs.present("keys", sheet)

    def show_key_page(self) -> None:
        """The page on which keys are changed."""
        from hkwatch.ui.keys.page import KeyPage

        parts = self._parts
        page = KeyPage(parts.marks, self._keymap, self._language())
        self._dialogs.present("key-page", KeyWindow(page, parts.window))

    def show_news(self) -> None:
        """What changed with this version."""
        from hkwatch.ui.help.news import read_changelog

        resources = self._resources
        self._parts.files.ask(self._on_changelog, lambda _: read_changelog(resources), self._on_failed)

    def show_newest(self) -> None:
        """Whether there is a newer version: asked only here."""
        from hkwatch.ui.help.newest import NewestWindow

        parts = self._parts
        window = NewestWindow(parts.marks.fonts, self._language(), parts.window)
        window.ask_wanted.connect(self._ask_newest)
        self._dialogs.present("newer", window)

    def show_about(self) -> None:
        """Versions, licences, sources."""
        from hkwatch.ui.help.about import AboutDialog
        from hkwatch.ui.help.parts_list import collect

        parts, resources = self._parts, self._resources
        dialog = AboutDialog(parts.marks, self._language(), parts.catalogue, parts.window)
        self._dialogs.present("about", dialog)
        parts.files.ask(self._on_parts, lambda _: collect(resources))

    def _begin(self) -> None:
        """Name what of the keys could not be used, and what is new after an update."""
        parts, state = self._parts, self._parts.window.state
        for problem in self._keymap.problems:
            parts.controller.tell(error_text(problem.detail, problem.key), error_text(problem.next_step))
        if state.seen_version and state.seen_version != __version__ and parts.demo_text is None:
            parts.controller.banners.put(
                Rank.NEWS,
                Telling(
                    BannerKind.INFO,
                    self.tr("hkwatch {0}").format(__version__),
                    "",
                    self.tr("What is new"),
                    self._on_news_read,
                    second=self.tr("Dismiss"),
                    act_otherwise=self._on_news_dismissed,
                ),
            )
        else:
            state.seen_version = __version__

    def _on_news_read(self) -> None:
        self._on_news_dismissed()
        self.show_news()

    def _on_news_dismissed(self) -> None:
        window = self._parts.window
        window.state.seen_version = __version__
        self._parts.controller.banners.drop(Rank.NEWS)
        # A crash must not bring it back.
        window.remembered.emit(window.current_state())

    def _add_hints(self) -> None:
        window, key = self._parts.window, self._keymap.key
        self.hints.add(
            Hint(
                "search", window.inbox.search, lambda: key_text(self.tr("{0} leads to the search."), key("search-key"))
            )
        )
        self.hints.add(
            Hint(
                "acknowledge",
                window.reader.foot,
                lambda: key_text(self.tr("{0} acknowledges what is read here."), key("acknowledge")),
            )
        )
        self.hints.add(
            Hint("alert", window.price.chart, lambda: self.tr("Click + on the price axis to set an alert there."))
        )

    def _on_shown(self, is_shown: bool) -> None:
        if is_shown and self._parts.demo_text is None:
            self.hints.start()

    def _chapter_here(self) -> str:
        window, now = self._parts.window, QApplication.focusWidget()
        for region, chapter in (
            (window.reader, "reader"),
            (window.price, "prices"),
            (window.inbox.search, "search"),
            (window.inbox, "inbox"),
            (window.status, "sources"),
        ):
            if now is region or (now is not None and region.isAncestorOf(now)):
                return chapter
        return "start"

    def _load_guide(self) -> None:
        from hkwatch.ui.help.guide_text import load

        resources, language = self._resources, self._language()
        self._parts.files.ask(self._on_guide, lambda _: load(resources, language), self._on_failed)

    def _on_guide(self, chapters: "tuple[Chapter, ...]") -> None:
        from hkwatch.ui.help.guide import GuideWindow

        window = self._dialogs.get("guide")
        if isinstance(window, GuideWindow):
            window.set_chapters(chapters)

    def _on_keys(self) -> None:
        from hkwatch.ui.help.guide import GuideWindow

        window = self._dialogs.get("guide")
        if isinstance(window, GuideWindow):
            window.refill()

    def _on_parts(self, parts: "tuple[Part, ...]") -> None:
        from hkwatch.ui.help.about import AboutDialog

        dialog = self._dialogs.get("about")
        if isinstance(dialog, AboutDialog):
            dialog.set_parts(parts)

    def _on_changelog(self, text: str) -> None:
        from hkwatch.ui.help.news import NewsWindow, section

        parts = self._parts
        self._dialogs.present("news", NewsWindow(parts.marks, section(text, __version__), parts.window))

    def _on_failed(self, error: Exception) -> None:
        self._parts.controller.tell(said(error), "")

    def _ask_newest(self) -> None:
        from hkwatch.ui.help.newest import NewestWindow

        window = self._dialogs.get("newer")
        if isinstance(window, NewestWindow):
            ident = new_id()
            window.set_waiting(ident)
            self._parts.controller.send(AskNewest(ident))

    def _on_newest(self, known: NewestKnown) -> None:
        from hkwatch.ui.help.newest import NewestWindow

        window = self._dialogs.get("newer")
        if isinstance(window, NewestWindow) and known.command_id == window.asked:
            window.set_answer(known.version, error_text(known.error))


class KeyWindow(QDialog):
    """The page by itself in a window."""

    def __init__(self, page: "KeyPage", parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self.page = page
        self._close = QPushButton()
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page, 1)
        column.addLayout(foot)
        self.resize(760, 660)
        page.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_language("")

    def set_language(self, language: str) -> None:
        """Say everything in another interface language; the translation is installed already."""
        if language:
            self.page.set_language(language)
        self.setWindowTitle(self.tr("Change keys"))
        self._close.setText(self.tr("Close"))
