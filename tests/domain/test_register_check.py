# SPDX-License-Identifier: MIT
import pytest

from hkwatch.app.paths import resources
from hkwatch.domain.fold import Folder
from hkwatch.domain.register import APPLICANTS, LICENSED, SUSPICIOUS, RegisterRow
from hkwatch.domain.register_check import Candidate, Match, check
from hkwatch.sources.fold_table import load_folder

FOLDER: Folder = load_folder(resources() / "fold" / "hant_hans.tsv")
ALPHA = Candidate(
    "a", RegisterRow(LICENSED, "Example Digital Securities Limited", "示例數字證券有限公司", "EDX", "ZZZ001")
)
RENAMED = Candidate(
    "a", RegisterRow(LICENSED, "Example Bravo Limited", ce="ZZZ002"), former="Example Beta (BVI) Limited"
)
BRAVO = Candidate("a", RegisterRow(LICENSED, "Example Bravo Limited", ce="ZZZ002"))
SCAM = Candidate("b", RegisterRow(SUSPICIOUS, "www.example-digital.test"))
OTHER = Candidate("a", RegisterRow(APPLICANTS, "Sample Trading Company Limited", platform="Sample.com"))
ALL = (ALPHA, BRAVO, RENAMED, SCAM, OTHER)


@pytest.mark.parametrize(
    ("text", "found", "match"),
    [
        ("zzz001", ALPHA, Match.EXACT),
        ("Example Digital Securities Ltd.", ALPHA, Match.EXACT),
        ("EXAMPLE DIGITAL SECURITIES", ALPHA, Match.EXACT),
        ("示例数字证券有限公司", ALPHA, Match.EXACT),
        ("數字證券", ALPHA, Match.PART),
        ("edx", ALPHA, Match.EXACT),
        ("Exmaple Digital Securites Limited", ALPHA, Match.SIMILAR),
        ("Example Beta (BVI) Ltd", RENAMED, Match.EXACT),
        ("https://www.example-digital.test/login", SCAM, Match.EXACT),
        ("example-digita1.test", SCAM, Match.SIMILAR),
        ("sample.com", OTHER, Match.EXACT),
    ],
)
def test_a_name_in_any_form_finds_its_row(text: str, found: Candidate, match: Match) -> None:
    first = check(text, ALL, FOLDER)[0]
    assert (first.candidate, first.match) == (found, match)


@pytest.mark.parametrize("text", ["", "  ", "–", "Nobody Holdings", "ZZZ999", "某某", "nobody.test"])
def test_what_is_on_no_list_is_not_found(text: str) -> None:
    assert check(text, ALL, FOLDER) == ()


def test_an_exact_answer_is_not_mixed_with_names_that_are_only_like_it() -> None:
    assert [one.candidate for one in check("Example Bravo Limited", ALL, FOLDER)] == [BRAVO]


def test_a_domain_like_a_licensed_platform_is_never_the_platform_itself() -> None:
    (answer,) = check("edx.test", (ALPHA,), FOLDER)
    assert answer.match is Match.SIMILAR


SITED = Candidate("a", ALPHA.row, sites=("example-edx.test", "ed.test"))


@pytest.mark.parametrize(
    "text",
    [
        "example-edx.test",
        "www.example-edx.test",
        "pro.example-edx.test",
        "https://Trade.Example-EDX.test:443/login?from=a@b.test",
        "example-edx.test.",
        "ed.test/app",
    ],
)
def test_a_site_and_what_is_below_it_is_the_firms_own(text: str) -> None:
    (answer,) = check(text, (SITED, SCAM, OTHER), FOLDER)
    assert (answer.candidate, answer.match) == (SITED, Match.EXACT)
    assert answer.site in text.lower()


@pytest.mark.parametrize(
    "text",
    [
        "example-edx-pro.example",
        "example-edx.example",
        "example-edx.test.evil.example",
        "notexample-edx.test",
        "examp1e-edx.test",
        "exаmple-edx.test",
        "xn--exmple-edx-0qi.test",
        "https://example-edx.test@login.example-edx.example/",
        "https://login.example-edx.example\\@example-edx.test/",
        "edtest.example",
    ],
)
def test_a_domain_that_looks_like_a_site_is_similar_and_not_the_same(text: str) -> None:
    (answer,) = check(text, (SITED, OTHER), FOLDER)
    assert (answer.candidate, answer.match) == (SITED, Match.SIMILAR)
    assert answer.site in SITED.sites


@pytest.mark.parametrize("text", ["credit.test", "de.example", "edge.test", "nobody.example"])
def test_a_domain_of_another_name_is_not_like_a_site(text: str) -> None:
    assert check(text, (SITED,), FOLDER) == ()


def test_what_stands_below_a_site_on_the_alert_list_is_on_it_too() -> None:
    (answer,) = check("login.example-digital.test", ALL, FOLDER)
    assert (answer.candidate, answer.match) == (SCAM, Match.EXACT)
