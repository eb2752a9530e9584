# SPDX-License-Identifier: MIT
"""All pages in their order, and which class makes each."""

from hkwatch.ui.settings.advanced import ADVANCED, AdvancedPage
from hkwatch.ui.settings.data import DATA, DataPage
from hkwatch.ui.settings.deadlines import DEADLINES
from hkwatch.ui.settings.general import GENERAL
from hkwatch.ui.settings.look import LOOK
from hkwatch.ui.settings.notifications import NOTIFICATIONS
from hkwatch.ui.settings.own_page import OwnPage
from hkwatch.ui.settings.page import PageSpec
from hkwatch.ui.settings.prices import PRICES
from hkwatch.ui.settings.privacy import PRIVACY, PrivacyPage
from hkwatch.ui.settings.rules import RULES, RulesPage
from hkwatch.ui.settings.small_pages import (
    KEYBOARD,
    DeadlinesPage,
    GeneralPage,
    KeyboardPage,
    LookPage,
    NotificationsPage,
)
from hkwatch.ui.settings.sources import SOURCES, SourcesPage

PAGES: tuple[PageSpec, ...] = (
    GENERAL,
    LOOK,
    SOURCES,
    RULES,
    NOTIFICATIONS,
    PRICES,
    DEADLINES,
    DATA,
    PRIVACY,
    KEYBOARD,
    ADVANCED,
)
CLASSES: dict[str, type[OwnPage]] = {
    "general": GeneralPage,
    "look": LookPage,
    "sources": SourcesPage,
    "rules": RulesPage,
    "notifications": NotificationsPage,
    "prices": OwnPage,
    "deadlines": DeadlinesPage,
    "data": DataPage,
    "privacy": PrivacyPage,
    "keyboard": KeyboardPage,
    "advanced": AdvancedPage,
}
