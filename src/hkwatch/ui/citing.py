# SPDX-License-Identifier: MIT
"""Citations for the clipboard: as plain text with HTML beside it, as Markdown, as HTML, in the language wanted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from hkwatch.domain.catalogue import Publisher
from hkwatch.domain.citation import Cited, Form, cite
from hkwatch.domain.detail import ItemDetail
from hkwatch.domain.ids import PublisherId
from hkwatch.ui.theme import round_menu

_LANGUAGES = (("en", "English"), ("zh-Hant", "繁體中文"), ("zh-Hans", "简体中文"))


def cited(
    detail: ItemDetail, language: str, publishers: Mapping[PublisherId, Publisher], *, with_text: bool = False
) -> Cited:
    """What is cited of an item in a language. A title that does not exist in it is cited in the item's own language."""
    row = detail.row
    text = next((one for one in detail.texts if one.lang == language), None)
    text = text or next((one for one in detail.texts if one.lang == row.lang), next(iter(detail.texts), None))
    publisher = publishers.get(PublisherId(row.publisher))
    return Cited(
        publisher=publisher.name.in_language(language) if publisher is not None else row.publisher,
        title=text.title if text is not None else row.title,
        ref=row.ref,
        published=row.published_at,
        first_seen=row.first_seen_at,
        url=text.url if text is not None else "",
        language=language,
        text=(text.text if text is not None and text.text else row.summary) if with_text else "",
    )


def clipboard_data(what: Cited, form: Form) -> QMimeData:
    """The citation as both kinds of text that programs paste; Markdown is for those that take plain text alone."""
    data = QMimeData()
    data.setText(cite(what, form))
    if form is not Form.MARKDOWN:
        data.setHtml(cite(what, Form.HTML))
    return data


class Citing(QObject):
    """Copies citations and says so."""

    def __init__(
        self,
        publishers: Mapping[PublisherId, Publisher],
        say: Callable[[str, str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._publishers, self._say = publishers, say
        self.put: Callable[[QMimeData], object] = _to_clipboard
        """Takes what was copied."""

    def copy(self, detail: ItemDetail, language: str, form: Form = Form.PLAIN, *, with_text: bool = False) -> None:
        """Put a citation on the clipboard. `language` is that of the citation."""
        what = cited(detail, language, self._publishers, with_text=with_text)
        self.put(clipboard_data(what, form))
        title = self.tr("Citation and text copied") if with_text else self.tr("Citation copied")
        self._say(title, cite(replace(what, text=""), form))

    def copy_all(self, details: Sequence[ItemDetail], language: str) -> None:
        """Put the citations of several items on the clipboard, one a line; as HTML a paragraph each."""
        every = [cited(detail, language, self._publishers) for detail in details]
        data = QMimeData()
        data.setText("\n".join(cite(one, Form.PLAIN) for one in every))
        data.setHtml("".join(cite(one, Form.HTML) for one in every))
        self.put(data)
        self._say(
            self.tr("{0} citations copied").format(f"{len(every):,}"), self.tr("One a line, in the list's order.")
        )

    def menu(self, detail: ItemDetail, language: str, parent: QWidget) -> QMenu:
        """All ways of citing an item; `language` is that of the text that is read. It is deleted when it closes."""
        menu = round_menu(QMenu(parent))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Copy citation") + "\tC", lambda: self.copy(detail, language))
        menu.addAction(self.tr("With the text") + "\tShift+C", lambda: self.copy(detail, language, with_text=True))
        menu.addSeparator()
        menu.addAction(self.tr("As Markdown"), lambda: self.copy(detail, language, Form.MARKDOWN))
        menu.addAction(self.tr("As HTML"), lambda: self.copy(detail, language, Form.HTML))
        others = [(key, name) for key, name in _LANGUAGES if key != language]
        menu.addSeparator()
        for key, name in others:
            menu.addAction(name, self._copier(detail, key))
        return menu

    def _copier(self, detail: ItemDetail, language: str) -> Callable[[], None]:
        return lambda: self.copy(detail, language)


def _to_clipboard(data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
