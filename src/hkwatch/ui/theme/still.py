# SPDX-License-Identifier: MIT
"""Nothing in the window moves by itself, whatever the desktop has set: no fading menus, no sliding lists, no busy bars.

People who set their desktop to less motion get it without being asked, and nobody waits for an effect. The caret blinks
as the desktop says.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def hold_still(app: QApplication) -> None:
    """Switch the effects of menus, lists and tooltips off."""
    for effect in EFFECTS:
        app.setEffectEnabled(effect, False)
