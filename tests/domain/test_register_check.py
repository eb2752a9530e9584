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
