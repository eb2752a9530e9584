# SPDX-License-Identifier: MIT
import pytest

from hkwatch.domain.paper_release import announces, is_paper, is_release

PAPER = "Consultation on disclosure rules for structured products"


@pytest.mark.parametrize(
    ("release", "paper"),
    [
        ("SFC consults on clearer disclosure rules for structured products sold to retail investors", PAPER),
        (
            "SFC concludes consultation on disclosure rules for structured products",
            f"Consultation conclusions: {PAPER}",
        ),
    ],
)
def test_a_release_that_says_all_of_the_papers_title_announces_it(release: str, paper: str) -> None:
    assert announces(release, paper)


@pytest.mark.parametrize(
    ("release", "paper"),
    [
        ("SFC consults on clearer disclosure rules for listed funds", PAPER),
        ("SFC fines Example Digital Ltd over disclosure rules for structured products", PAPER),
        ("SFC consults on fees and funds", "Consultation on fees"),
    ],
)
def test_a_release_about_something_else_does_not(release: str, paper: str) -> None:
    assert not announces(release, paper)


def test_papers_and_releases_are_told_by_their_numbers() -> None:
    assert [ref for ref in ("26CP1", "26cc2", "26PR3", "26EC4", "") if is_paper(ref)] == ["26CP1", "26cc2"]
    assert [ref for ref in ("26CP1", "26PR3", "26PR3a") if is_release(ref)] == ["26PR3"]
