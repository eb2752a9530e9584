# SPDX-License-Identifier: MIT
"""Says that this computer has no font that draws Chinese: half of what is watched would be boxes."""

from PySide6.QtGui import QFontDatabase

from hkwatch.ui.banners import Banners, Rank, Telling
from hkwatch.ui.inbox import BannerKind

# English whatever the window speaks: where this has to be said, nobody can read Chinese.
FACT = "No font here draws Chinese."
STEP = "Install Noto Sans CJK (fonts-noto-cjk), then start again."
DISMISS = "Dismiss"


def is_chinese_missing() -> bool:
    """Whether no installed font is made for Chinese, of either kind."""
    kinds = (QFontDatabase.WritingSystem.TraditionalChinese, QFontDatabase.WritingSystem.SimplifiedChinese)
    return not any(QFontDatabase.families(kind) for kind in kinds)


def say_if_chinese_is_missing(banners: Banners) -> None:
    """A banner until it is dismissed."""
    if is_chinese_missing():
        banners.put(Rank.FONTS, Telling(BannerKind.WARN, FACT, STEP, DISMISS, lambda: banners.drop(Rank.FONTS)))
