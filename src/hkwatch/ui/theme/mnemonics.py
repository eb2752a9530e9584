# SPDX-License-Identifier: MIT
"""The underlines of a menu bar's access keys: seen while Alt is held or the bar has the keys, as in other programs."""

from PySide6.QtWidgets import QMenuBar, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget


class _BarStyle(QProxyStyle):
    """For the menu bar alone: a style in Python on the application would be asked for every hint of every widget."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.underlines = False

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_UnderlineShortcut:
            return int(self.underlines or (widget is not None and widget.hasFocus()))
        return super().styleHint(hint, option, widget, returnData)


class Mnemonics:
    """Switches the underlines of one menu bar. They are off at first."""

    def __init__(self, bar: QMenuBar) -> None:
        self._bar, self._style = bar, _BarStyle()
        # The bar does not own its style.
        self._style.setParent(bar)
        bar.setStyle(self._style)

    @property
    def are_shown(self) -> bool:
        """Whether Alt is held."""
        return self._style.underlines

    def show(self, shown: bool) -> None:
        """Alt went down (True) or up, or the window lost the keys."""
        if shown != self._style.underlines:
            self._style.underlines = shown
            self._bar.update()
