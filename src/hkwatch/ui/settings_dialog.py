# SPDX-License-Identifier: MIT
"""Every option of the settings file with what it does; a change holds at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QSystemTrayIcon,
    QVBoxLayout,
    QWidget,
)

from hkwatch.services.settings import Settings
from hkwatch.ui.away.settings_rows import folder_button, report_sections
from hkwatch.ui.dialogs import plain
from hkwatch.ui.notices.page import NoticePage
from hkwatch.ui.price.head_words import asset_name
from hkwatch.ui.settings_row import Row
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.theme import Fonts, pad_spin_box
from hkwatch.ui.tick_row import TickRow

_CHOICE_WIDTH = 208
_BOX_WIDTH = 18
_ITEM_FLAGS = int(Qt.ItemDataRole.UserRole) - 1
"""The role under which a combo box keeps whether an entry can be chosen."""


class SettingsDialog(QDialog):
    """Options by section. Sources have a window of their own, which is opened from here."""

    forget_wanted = Signal()
    """Forget what was searched for."""

    def __init__(
        self,
        store: SettingsStore,
        fonts: Fonts,
        manage_sources: Callable[[], None],
        language: str,
        parent: QWidget,
    ) -> None:
        """`manage_sources` opens the window in which each source is switched and set."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._controls: dict[tuple[str, str], QWidget] = {}
        self._store, self._fonts, self._manage_sources, self._language = store, fonts, manage_sources, language
        self._test: Callable[[str], object] | None = None
        self._assets: tuple[str, ...] = store.settings.prices.assets
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._close = QPushButton()
        self._close.clicked.connect(self.accept)
        self._file = plain("", "muted")
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.addWidget(self._file)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        self.resize(680, 620)
        self._build()

    def set_test(self, test: Callable[[str], object]) -> None:
        """Who tries a way of telling out, by its id."""
        self._test = test

    def set_assets(self, assets: Sequence[str]) -> None:
        """What venues quote, to choose what is priced of it."""
        self._assets = tuple(assets)
        self._build()

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        self._build()

    def show_option(self, section: str, option: str) -> bool:
        """Scroll to an option and give it the focus; False for one that is not here."""
        control = self._controls.get((section, option))
        if control is None:
            return False
        # The rows have no place before the window is laid out.
        QTimer.singleShot(0, control, lambda: self._reveal(control))
        return True

    def _reveal(self, control: QWidget) -> None:
        self._scroll.ensureWidgetVisible(control, 0, 120)
        control.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_forget(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            button.setText(self.tr("Cleared"))
            button.setEnabled(False)
        self.forget_wanted.emit()

    def _build(self) -> None:
        """Make all rows anew; the place in the list stays."""
        at = self._scroll.verticalScrollBar().value()
        self.setWindowTitle(self.tr("Settings"))
        self._close.setText(self.tr("Close"))
        self._file.setText(self.tr("Changes hold at once."))
        page = QWidget()
        page.setProperty("ground", "surface")
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 20, 24, 20)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        line = 0
        settings = self._store.settings
        for title, rows in self._sections():
            line = self._title(grid, line, title)
            for row in rows:
                line = self._row(grid, line, row, settings)
            if not rows:
                notices = NoticePage(self._store, self._fonts, self._language, self._test)
                grid.addWidget(notices, line, 0, 1, 2)
                line += 1
        forget = QPushButton(self.tr("Clear"))
        forget.setAccessibleName(self.tr("Clear the search history"))
        forget.clicked.connect(self._on_forget)
        words = plain(self.tr("Search history: the last 20 searches, kept on this computer only"))
        words.setWordWrap(True)
        grid.addWidget(words, line, 0)
        grid.addWidget(forget, line, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = self._title(grid, line + 1, self.tr("Sources"))
        manage = QPushButton(self.tr("Manage sources…"))
        manage.clicked.connect(self._manage_sources)
        words = plain(self.tr("Each source is paused, watched and set up in the sources window."))
        words.setWordWrap(True)
        grid.addWidget(words, line, 0)
        grid.addWidget(manage, line, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line += 1
        grid.setRowStretch(line, 1)
        old = self._scroll.takeWidget()
        if old is not None:
            # It may hold the very control whose change brought us here.
            old.deleteLater()
        self._scroll.setWidget(page)
        self._scroll.verticalScrollBar().setValue(at)

    def _title(self, grid: QGridLayout, line: int, title: str) -> int:
        label = QLabel(title)
        label.setFont(self._fonts.font("h2", self._language))
        label.setContentsMargins(0, 12 if line else 0, 0, 4)
        grid.addWidget(label, line, 0, 1, 2)
        return line + 1

    def _row(self, grid: QGridLayout, line: int, row: Row, settings: Settings) -> int:
        value = getattr(getattr(settings, row.section), row.option)
        control = self._control(row, value)
        control.setAccessibleName(row.text)
        control.setAccessibleDescription(row.description)
        self._controls[row.section, row.option] = control
        words = QVBoxLayout()
        words.setSpacing(0)
        name = plain(row.text)
        name.setWordWrap(True)
        words.addWidget(name)
        if row.description:
            description = plain(row.description, "muted")
            description.setFont(self._fonts.font("small", self._language))
            description.setWordWrap(True)
            words.addWidget(description)
        grid.addLayout(words, line, 0)
        grid.addWidget(control, line, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line + 1

    def _control(self, row: Row, value: object) -> QWidget:
        if row.choices:
            box = QComboBox()
            for key, text in row.choices:
                box.addItem(text, key)
            for at, (key, _) in enumerate(row.choices):
                # No tooltip on a dead entry: the reason stands under the option's name.
                box.setItemData(at, 0 if key in row.barred else None, _ITEM_FLAGS)
            box.setCurrentIndex([key for key, _ in row.choices].index(str(value)))
            box.setMinimumWidth(_CHOICE_WIDTH)
            box.activated.connect(lambda at, row=row: self._set(row, row.choices[at][0]))
            return box
        if row.several:
            chosen = tuple(value) if isinstance(value, tuple) else ()
            ticks = TickRow(row.several, chosen, row.text)
            ticks.changed.connect(lambda keys, row=row: self._set(row, keys))
            return ticks
        if row.is_folder:
            return folder_button(self, row, str(value), self._set)
        if row.limits is not None:
            spin = QSpinBox()
            spin.setRange(*row.limits)
            spin.setValue(int(str(value)))
            spin.setSuffix(row.suffix)
            spin.setSpecialValueText(row.lowest)
            spin.setMinimumWidth(120)
            pad_spin_box(spin)
            # While a number is typed its beginnings are not meant.
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(lambda number, row=row: self._set(row, number))
            return spin
        if row.placeholder is not None:
            line = QLineEdit(str(value))
            line.setPlaceholderText(row.placeholder)
            line.setMaxLength(80)
            line.setMinimumWidth(_CHOICE_WIDTH)
            # A name half typed is nobody's.
            line.editingFinished.connect(lambda row=row, line=line: self._set(row, line.text().strip()))
            return line
        check = QCheckBox()
        # Without a text there is still room kept for one, which would move the box off the others' right edge.
        check.setFixedWidth(_BOX_WIDTH)
        check.setChecked(bool(value))
        check.toggled.connect(lambda on, row=row: self._set(row, on))
        return check

    def _set(self, row: Row, value: object) -> None:
        self._store.set(row.section, row.option, value)

    def _sections(self: "SettingsDialog | _Words") -> list[tuple[str, list[Row]]]:
        system = ("system", self.tr("As the system"))
        languages = (system, ("en", "English"), ("zh-Hant", "繁體中文"), ("zh-Hans", "简体中文"))
        closing = (
            ("ask", self.tr("Ask")),
            ("tray", self.tr("Keep watching in the tray")),
            ("quit", self.tr("Quit hkwatch")),
        )
        themes = (system, ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        colours = (
            ("green-up", self.tr("Green up, red down")),
            ("red-up", self.tr("Red up, green down")),
            ("blue-orange", self.tr("Blue up, orange down")),
        )
        general = [
            Row("general", "language", self.tr("Language"), self.tr("Of the window and of notifications"), languages),
            self._closing_row(closing),
            Row(
                "general",
                "keep_without_tray",
                self.tr("Keep watching without a tray"),
                self.tr("Where there is no tray, closing the window otherwise quits. Starting hkwatch again shows it."),
            ),
            Row(
                "general",
                "user_name",
                self.tr("Your name"),
                self.tr(
                    "Stands in the audit journal beside the name of your account, from the next acknowledgement on"
                ),
                placeholder=self.tr("Optional"),
            ),
            Row("general", "start_at_login", self.tr("Start at login"), self.tr("In the tray, without a window")),
            Row(
                "general",
                "open_links",
                self.tr("Open hkwatch:// links"),
                self.tr("A link to an item, as Copy hkwatch link makes it, opens here"),
            ),
        ]
        look = [
            Row("look", "theme", self.tr("Theme"), "", themes),
            Row("look", "price_colours", self.tr("Price colours"), self.tr("▲ and ▼ are always there too"), colours),
            Row("look", "two_line_rows", self.tr("Two lines a row"), self.tr("A wide window always has them")),
            Row(
                "look",
                "text_size_percent",
                self.tr("Text size"),
                self.tr("Takes effect when hkwatch is started again"),
                limits=(80, 200),
                suffix=" %",
            ),
        ]
        look.append(
            Row(
                "look",
                "reading_size_percent",
                self.tr("Text size in the reader"),
                self.tr("Ctrl + and Ctrl − change it there, too"),
                limits=(70, 250),
                suffix=" %",
            )
        )
        prices = [
            Row("prices", "enabled", self.tr("Watch prices")),
            Row(
                "prices",
                "assets",
                self.tr("What is priced"),
                self.tr("All that a venue of the catalogue quotes can be chosen; alerts on others rest"),
                several=tuple((asset, asset_name(asset)) for asset in self._assets),
            ),
            Row(
                "prices",
                "interval_s",
                self.tr("Look at the venues every"),
                self.tr("Shorter is not better: publishers limit how often they may be asked"),
                limits=(5, 600),
                suffix=" s",
            ),
            Row(
                "prices",
                "live",
                self.tr("Live prices"),
                self.tr("Keeps connections to five venues open; prices then change every two seconds"),
            ),
        ]
        data = [
            Row(
                "data",
                "keep_days",
                self.tr("Keep items"),
                self.tr(
                    "Older ones are removed once a day, after the day’s backup. Always kept: flagged, starred,"
                    " acknowledged and noted items, and all of level high and above."
                ),
                limits=(0, 36500),
                suffix=self.tr(" days"),
                lowest=self.tr("For ever"),
            ),
        ]
        polling = [
            Row(
                "sources",
                "save_power",
                self.tr("Check less often on battery or a metered connection"),
                self.tr("The status bar says so while it does; official sources in busy hours are slowed down least"),
            ),
        ]
        return [
            (self.tr("General"), general),
            (self.tr("Look"), look),
            (self.tr("Notifications"), []),
            (self.tr("Prices"), prices),
            (self.tr("Checking"), polling),
            (self.tr("Stored data"), data),
            *report_sections(self._settings),
        ]

    @property
    def _settings(self) -> Settings:
        return self._store.settings

    def _closing_row(self, closing: tuple[tuple[str, str], ...]) -> Row:
        text = self.tr("When I close the window")
        if QSystemTrayIcon.isSystemTrayAvailable():
            return Row("general", "close", text, "", closing)
        if self._store.settings.general.keep_without_tray:
            reason = self.tr("There is no tray here: it goes on unseen, and starting it again shows the window.")
        else:
            reason = self.tr("There is no tray here, so hkwatch quits. The next option changes that.")
        return Row("general", "close", text, reason, closing, barred=("tray",))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._build()


class _Words:
    """Stands in for the window where only its words are wanted."""

    _assets: Sequence[str] = ()
    _settings = Settings()

    def __init__(self, tr: Callable[[str], str]) -> None:
        self.tr = tr

    def _closing_row(self, closing: tuple[tuple[str, str], ...]) -> Row:
        return Row("general", "close", self.tr("When I close the window"), "", closing)


def option_rows(tr: Callable[[str], str]) -> list[tuple[str, list[Row]]]:
    """Every option by section, without a window; `tr` gives the words of `SettingsDialog`."""
    return SettingsDialog._sections(_Words(tr))
