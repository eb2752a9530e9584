# SPDX-License-Identifier: MIT
"""What publishers ask of their readers can be said in every language of the interface."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hkwatch.sources.catalogue import load_catalogue
from hkwatch.ui.terms import KNOWN, terms_text

TERMS = "Google offers these feeds for personal, non-commercial use only."


def test_every_term_of_the_shipped_catalogue_is_known_to_the_translators(qapp: QApplication, resources: Path) -> None:
    catalogue, _problems = load_catalogue(resources / "catalogue", Path("/nonexistent"))
    said = {row.terms for row in catalogue.sources.values() if row.terms}
    assert said == set(KNOWN)
    assert TERMS in said


@pytest.mark.parametrize("terms", ["", "Ask me first."])
def test_terms_of_the_users_own_rows_are_shown_as_written(qapp: QApplication, terms: str) -> None:
    assert terms_text(terms) == terms
