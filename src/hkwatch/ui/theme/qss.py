# SPDX-License-Identifier: MIT
"""The one style sheet of the application, built from the tokens.

Widgets choose a variant by dynamic property: `kind` on QPushButton (`primary`, `quiet`, `danger`, `link`;
none = secondary), `bar` true on controls 28 px high, `wrong` true on fields with an error, `ground` on plain
QWidgets and QFrames (`window`, `surface`, `panel`), `role` on QLabel (`muted`, `text2`, `warn`, `bad`,
`strong`).
"""

from collections.abc import Mapping
from string import Template

from hkwatch.ui.theme.theme import Theme

# Names of pictures the sheet needs: icon, colour token, size in px.
PICTURES: Mapping[str, tuple[str, str, int]] = {
    "tick": ("check", "on_accent", 14),
    "some": ("minus", "on_accent", 14),
    "tick_off": ("check", "faint", 14),
    "drop": ("chevron-down", "muted", 14),
    "drop_off": ("chevron-down", "line_strong", 14),
    "clear": ("x", "muted", 16),
    "up": ("chevron-up", "muted", 12),
    "down": ("chevron-down", "muted", 12),
    "sub": ("chevron-right", "muted", 12),
    "menu_tick": ("check", "text2", 14),
}

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QWidget[ground="window"] { background: $window; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="panel"] { background: $panel; }
QDialog[ground="surface"] { background: $surface; }

QLabel { background: transparent; color: $text; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="text2"] { color: $text2; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="bad"] { color: $critical; }
QLabel[role="strong"] { font-weight: 600; }
QLabel:disabled { color: $faint; }

QMenuBar { background: $window; color: $text; border: 0; padding: 0 4px; }
QMenuBar::item { background: transparent; padding: 3px 8px; margin: 3px 1px; border-radius: 6px; }
QMenuBar::item:selected { background: $hover_rail; }
QMenuBar::item:pressed { background: $select_rail; color: $text; }
QMenu { background: $raised; color: $text; border: 1px solid $line_strong; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 5px 24px 5px 10px; margin: 0; border-radius: 6px; min-height: 20px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 4px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: url($p_menu_tick); }
QMenu::right-arrow { image: url($p_sub); width: 12px; height: 12px; margin-right: 6px; }

QToolTip { background: $tooltip; color: $tooltip_text; border: 0; padding: 5px 8px; }

QPushButton { background: $raised; color: $text; border: 1px solid $line_strong; border-radius: 6px;
  padding: 0 12px; min-height: 28px; max-height: 28px; font-weight: 500; }
QPushButton[bar="true"] { min-height: 26px; max-height: 26px; padding: 0 10px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:disabled { background: $window; color: $faint; border-color: $line; }
QPushButton[kbfocus="true"]:focus { border: 2px solid $accent; padding: 0 11px;
  min-height: 26px; max-height: 26px; }
QPushButton[bar="true"][kbfocus="true"]:focus { padding: 0 9px; min-height: 24px; max-height: 24px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_press; border-color: $accent_press; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $faint; border-color: $line; }
QPushButton[kind="primary"][kbfocus="true"]:focus { border: 2px solid $text; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $text2; }
QPushButton[kind="quiet"]:hover { background: $hover_rail; }
QPushButton[kind="quiet"]:pressed { background: $sunken; }
QPushButton[kind="quiet"]:disabled { color: $faint; }
QPushButton[kind="quiet"][kbfocus="true"]:focus { border: 2px solid $accent; }
QPushButton[kind="danger"] { color: $critical; }
QPushButton[kind="danger"]:disabled { color: $faint; }
QPushButton[kind="link"] { background: transparent; border-color: transparent; color: $accent;
  padding: 0 4px; }
QPushButton[kind="link"]:hover { color: $accent_hover; }
QPushButton[kind="link"]:pressed { color: $accent_press; }
QPushButton[kind="link"]:disabled { color: $faint; }
QPushButton[kind="link"][kbfocus="true"]:focus { border: 2px solid $accent; padding: 0 3px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px;
  color: $text2; }
QToolButton:hover { background: $hover_rail; }
QToolButton:pressed, QToolButton:checked { background: $sunken; }
QToolButton[kbfocus="true"]:focus { border: 2px solid $accent; padding: 3px; }

QLineEdit { lineedit-clear-button-icon: url($p_clear); }
QLineEdit, QSpinBox, QDoubleSpinBox, QDateTimeEdit, QComboBox { background: $surface; color: $text;
  border: 1px solid $control; border-radius: 6px; padding: 0 10px; min-height: 28px; max-height: 28px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $faint; }
QPlainTextEdit, QTextEdit { background: $surface; color: $text; border: 1px solid $control;
  border-radius: 6px; padding: 4px 8px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateTimeEdit:focus,
QComboBox[kbfocus="true"]:focus {
  border: 2px solid $accent; padding: 0 9px; min-height: 26px; max-height: 26px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 3px 7px; }
QLineEdit[wrong="true"], QSpinBox[wrong="true"], QDoubleSpinBox[wrong="true"], QComboBox[wrong="true"] {
  border: 1px solid $critical; padding: 0 10px; min-height: 28px; max-height: 28px; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { background: $window;
  color: $faint; border-color: $line_strong; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { background: transparent; border: 0; padding: 0;
  min-height: 30px; max-height: 30px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit, QComboBox QLineEdit:focus {
  background: transparent; border: 0; padding: 0; min-height: 0; max-height: 4096px; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: right center; width: 24px;
  border: 0; }
QComboBox::down-arrow { image: url($p_drop); width: 14px; height: 14px; }
QComboBox::down-arrow:disabled { image: url($p_drop_off); }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $line_strong; outline: 0;
  padding: 4px; selection-background-color: $select; selection-color: $text; }
QAbstractSpinBox::up-button { subcontrol-origin: border;
  subcontrol-position: top right; width: 22px; border: 0; margin: 1px 1px 0 0; }
QAbstractSpinBox::down-button { subcontrol-origin: border;
  subcontrol-position: bottom right; width: 22px; border: 0; margin: 0 1px 1px 0; }
QAbstractSpinBox::up-arrow { image: url($p_up); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url($p_down); width: 12px; height: 12px; }

QCheckBox, QRadioButton { color: $text; spacing: 8px; min-height: 24px; min-width: 24px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $control; border-radius: 4px;
  background: $surface; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($p_tick); }
QCheckBox::indicator:disabled { background: $sunken; border-color: $line_strong; }
QCheckBox::indicator:checked:disabled { image: url($p_tick_off); }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $control; border-radius: 9px;
  background: $surface; }
QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked { border-color: $accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
  fx: 0.5, fy: 0.5, stop: 0 $surface, stop: 0.47 $surface, stop: 0.53 $accent, stop: 1 $accent); }
QRadioButton::indicator:disabled { background: $sunken; border-color: $line_strong; }
QRadioButton::indicator:checked:disabled { background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
  fx: 0.5, fy: 0.5, stop: 0 $faint, stop: 0.47 $faint, stop: 0.53 $sunken, stop: 1 $sunken); }
QCheckBox[kbfocus="true"]::indicator:focus, QRadioButton[kbfocus="true"]::indicator:focus {
  border: 2px solid $accent; width: 14px; height: 14px; }
QRadioButton[kbfocus="true"]::indicator:checked:focus { border: 2px solid $text; width: 14px; height: 14px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; }
QScrollBar::handle:vertical { margin: 2px 3px; min-height: 32px; }
QScrollBar::handle:horizontal { margin: 3px 2px; min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea { border: 0; }
QAbstractScrollArea::corner { background: transparent; }

QSplitter::handle { background: $line; }
QSplitter::handle:pressed { background: $accent; }

QTabBar { background: transparent; border: 0; }
QTabBar::tab { background: transparent; color: $muted; border: 0; border-bottom: 2px solid transparent;
  padding: 0 0 2px 0; margin-right: 24px; min-height: 30px; font-weight: 600; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $line;
  padding: 0 8px; min-height: 31px; font-weight: 500; }
QListWidget[rows="true"] { background: $surface; color: $text; border: 1px solid $line; border-radius: 6px;
  padding: 3px; outline: 0; }
QListWidget[rows="true"]::item { min-height: 28px; padding: 0 8px; border-radius: 5px; color: $text; }
QListWidget[rows="true"]::item:hover { background: $hover; }
QListWidget[rows="true"]::item:selected { background: $select; color: $text; }
QListWidget[rows="true"][kbfocus="true"]:focus { border: 2px solid $accent; padding: 2px; }
QTableView, QTreeView { background: $surface; color: $text; gridline-color: $line;
  selection-background-color: $select; selection-color: $text; outline: 0; }
QTableView[chosen="row"], QTreeView[chosen="row"] { selection-background-color: transparent; }
QTableView::item { padding: 0 5px; }
QTreeView::indicator { width: 16px; height: 16px; border: 1px solid $control; border-radius: 4px;
  background: $surface; }
QTreeView::indicator:hover { border-color: $accent; }
QTreeView::indicator:checked { background: $accent; border-color: $accent; image: url($p_tick); }
QTreeView::indicator:indeterminate { background: $accent; border-color: $accent; image: url($p_some); }
QProgressBar { background: $sunken; border: 0; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
""")


def make_sheet(theme: Theme, pictures: Mapping[str, str]) -> str:
    """The sheet for the scheme in force. `pictures` gives a file path for each name in `PICTURES`."""
    values = {name: theme.hex(name) for name in theme.tokens.colours[theme.scheme]}
    values.update({f"p_{name}": pictures[name] for name in PICTURES})
    return _SHEET.substitute(values)
