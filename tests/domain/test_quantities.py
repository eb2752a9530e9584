# SPDX-License-Identifier: MIT
import pytest

from hkwatch.domain.quantities import agree, read_figures


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("bitcoin passes us$100k", "usd", 100_000),
        ("比特币升破10万美元", "usd", 100_000),
        ("比特币升破100,000 美元", "usd", 100_000),
        ("firm fined hk$9 million", "hkd", 9_000_000),
        ("罚款900万元", "money", 9_000_000),
        ("涉款1.2亿港元", "hkd", 120_000_000),
        ("rate cut by 25 basis points", "pct", 0.25),
        ("利率下调0.25厘", "pct", 0.25),
        ("利率下调25个基点", "pct", 0.25),
        ("shares fall 3.5 percent", "pct", 3.5),
        ("buys 1,665 bitcoin", "coin", 1665),
        ("增持1665 枚btc", "coin", 1665),
        ("four licences granted", "count", 4),
        ("向4家平台发牌", "count", 4),
        ("向四家平台发牌", "count", 4),
        ("in 2026", "year", 2026),
        ("tender of 10 year bonds", "tenor", 10),
    ],
)
def test_one_number_has_one_form_in_both_languages(text: str, kind: str, value: float) -> None:
    found = [(q.kind, q.value) for q in read_figures(text).quantities]
    assert (kind, pytest.approx(value)) in found


def test_dates_and_periods_are_no_amounts() -> None:
    english = read_figures("tender on 24 february for the first quarter")
    chinese = read_figures("2月24日投标 首季")
    assert english.days == chinese.days == {"2-24"}
    assert english.periods == chinese.periods == {"q1"}
    assert english.quantities == chinese.quantities == ()


def test_rounded_numbers_agree_and_others_do_not() -> None:
    assert agree(143e6, 142.6e6)
    assert not agree(3.81e12, 3.82e12, 0.001)
    assert not agree(109_000, 112_000)
