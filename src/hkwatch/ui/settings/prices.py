# SPDX-License-Identifier: MIT
"""The page Prices: what is priced, how often, and live connections."""

from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.price.head_words import asset_name
from hkwatch.ui.settings.page import Facts, PageSpec, Sections
from hkwatch.ui.settings_row import Row

UNITS = (
    ("both", QT_TRANSLATE_NOOP("SettingsDialog", "US$ and HK$")),
    ("usd", QT_TRANSLATE_NOOP("SettingsDialog", "US$ only")),
    ("hkd", QT_TRANSLATE_NOOP("SettingsDialog", "HK$ first")),
)


def _sections(facts: Facts) -> Sections:
    rows = [
        Row(
            "prices",
            "enabled",
            QT_TRANSLATE_NOOP("SettingsDialog", "Watch prices"),
            QT_TRANSLATE_NOOP("SettingsDialog", "Without it no venue is asked, and price alerts rest"),
        ),
        Row(
            "prices",
            "assets",
            QT_TRANSLATE_NOOP("SettingsDialog", "What is priced"),
            QT_TRANSLATE_NOOP(
                "SettingsDialog", "All that a venue of the catalogue quotes can be chosen; alerts on others rest"
            ),
            several=tuple((asset, asset_name(asset)) for asset in facts.assets),
        ),
        Row(
            "prices",
            "units",
            QT_TRANSLATE_NOOP("SettingsDialog", "Units"),
            QT_TRANSLATE_NOOP(
                "SettingsDialog", "In the price panel; the HK$ rate and who states it stand with the venues"
            ),
            UNITS,
        ),
        Row(
            "prices",
            "interval_s",
            QT_TRANSLATE_NOOP("SettingsDialog", "Look at the venues every"),
            QT_TRANSLATE_NOOP("SettingsDialog", "Shorter is not better: publishers limit how often they may be asked"),
            limits=(5, 600),
            suffix=QT_TRANSLATE_NOOP("SettingsDialog", " s"),
        ),
        Row(
            "prices",
            "live",
            QT_TRANSLATE_NOOP("SettingsDialog", "Live prices"),
            QT_TRANSLATE_NOOP(
                "SettingsDialog",
                "Keeps connections to five venues open; prices then change every two seconds",
            ),
        ),
    ]
    return [("", rows)]


PRICES = PageSpec(
    "prices",
    QT_TRANSLATE_NOOP("SettingsDialog", "Prices"),
    QT_TRANSLATE_NOOP("SettingsDialog", "Several venues are compared; one that disagrees or is late does not count."),
    "chart-candlestick",
    _sections,
)
