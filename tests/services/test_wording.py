# SPDX-License-Identifier: MIT
"""What notifications say."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from string import Formatter

import pytest

from hkwatch.domain.absence import Absence, AbsenceKind
from hkwatch.domain.alerts import AlertKind, Currency, Firing
from hkwatch.domain.catalogue import Catalogue, Names, Publisher, Role
from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.domain.events import SourceHealth, SourceState
from hkwatch.domain.ids import AlertId, ItemId, PublisherId, SourceId, VenueId
from hkwatch.domain.item import DocType, ItemState, Level, Precision
from hkwatch.domain.price import PriceState
from hkwatch.domain.rows import InboxRow
from hkwatch.services.texts import Texts
from hkwatch.services.wording import HEADLINE_CHARS, Wording, money

NOW = datetime(2026, 11, 25, 13, 4, 17, tzinfo=UTC)
SFC = Publisher(
    PublisherId("sfc"),
    Names("SFC", "證監會", "香港证监会"),
    Names("Securities and Futures Commission", "證監會", "香港证监会"),
    Role.REGULATOR,
    in_hk=True,
)
CATALOGUE = Catalogue(publishers={SFC.id: SFC})
TABLE = {
    ("EngineNotices", "Policy"): "政策",
    ("EngineNotices", "High"): "高",
    ("EngineNotices", "{asset} below {level}"): "{asset} 跌穿 {level}",
}


@pytest.fixture
def english() -> Wording:
    return Wording(Texts("en", {}), CATALOGUE)


@pytest.fixture
def chinese() -> Wording:
    return Wording(Texts("zh-Hant", TABLE), CATALOGUE)


def row(title: str = "Circular on custody", level: Level = Level.HIGH, publisher: str = "sfc") -> InboxRow:
    return InboxRow(
        id=ItemId(1),
        sort_at=NOW,
        published_at=NOW,
        precision=Precision.SECOND,
        first_seen_at=NOW,
        title=title,
        lang="en",
        publisher=publisher,
        doc_type=DocType.POLICY,
        level=level,
        state=ItemState.NEW,
        starred=False,
        acknowledged=False,
        archived=False,
        flagged=True,
        ref="",
        langs=("en",),
        sources_count=1,
        revision=1,
        needs_ack=False,
        summary="",
    )


def detail(title: str = "Circular on custody", chinese: str = "") -> ItemDetail:
    texts = (ItemText("en", title, "", "", ""), *([ItemText("zh-Hant", chinese, "", "", "")] if chinese else []))
    return ItemDetail(row(title), texts, (), "en", (), ("a", "b", "c"), "", None, None, "", body_pending=False)


FIRING = Firing(
    alert_id=AlertId(1),
    asset="BTC",
    kind=AlertKind.CROSS_BELOW,
    level=Decimal(95_000),
    currency=Currency.USD,
    at=NOW,
    price_usd=Decimal("94962.37"),
    price_hkd=Decimal("738647.90"),
    fx=Decimal("7.7784"),
    state=PriceState.OK,
    venues=((VenueId("a"), Decimal(1)), (VenueId("b"), Decimal(1)), (VenueId("c"), Decimal(1))),
    rearm_level=Decimal("95237.5"),
)


def test_an_item_says_who_what_and_how_serious_then_its_headline(english: Wording) -> None:
    assert english.item(detail()) == ("SFC · Policy · High", "Circular on custody")


def test_an_item_speaks_the_users_language_where_it_exists_in_it(chinese: Wording) -> None:
    assert chinese.item(detail(chinese="有關託管的通函")) == ("證監會 · 政策 · 高", "有關託管的通函")
    assert chinese.headline(detail()) == "Circular on custody"


def test_a_publisher_the_catalogue_does_not_know_is_named_by_its_id(english: Wording) -> None:
    assert english.publisher("mine") == "mine"


@pytest.mark.parametrize("length", [HEADLINE_CHARS, HEADLINE_CHARS + 1, 500])
def test_a_headline_is_cut_at_its_length_with_an_ellipsis(english: Wording, length: int) -> None:
    headline = english.headline(detail("x" * length))
    assert len(headline) == HEADLINE_CHARS
    assert headline.endswith("…") is (length > HEADLINE_CHARS)


def test_a_headline_cut_after_a_blank_has_none_before_the_ellipsis(english: Wording) -> None:
    assert english.headline(detail("x" * (HEADLINE_CHARS - 2) + " yyyy")).endswith("x…")


@pytest.mark.parametrize(
    ("levels", "title"),
    [
        ([Level.CRITICAL, Level.HIGH, Level.HIGH, Level.NORMAL], "4 new (1 critical, 2 high)"),
        ([Level.HIGH, Level.NORMAL], "2 new (1 high)"),
        ([Level.NORMAL, Level.LOW], "2 new"),
    ],
)
def test_a_summary_counts_the_serious_ones(english: Wording, levels: list[Level], title: str) -> None:
    assert english.summary([row(level=level) for level in levels])[0] == title


def test_a_summary_names_the_first_three(english: Wording) -> None:
    _, body = english.summary([row(f"Title {n}") for n in range(5)])
    assert body == "SFC: Title 0\nSFC: Title 1\nSFC: Title 2"


def test_a_firing_says_price_time_basis_and_when_it_is_ready_again(english: Wording) -> None:
    assert english.firing(FIRING) == (
        "BTC below US$95,000",
        "US$94,962 (HK$738,648) 21:04:17 HKT · median of 3 · re-arms above US$95,238",
    )


def test_a_firing_upwards_re_arms_below(english: Wording) -> None:
    title, body = english.firing(replace(FIRING, kind=AlertKind.CROSS_ABOVE, rearm_level=Decimal(94_762)))
    assert title == "BTC above US$95,000"
    assert body.endswith("re-arms below US$94,762")


def test_a_firing_in_hong_kong_dollars_states_its_levels_in_them(english: Wording) -> None:
    title, body = english.firing(
        replace(FIRING, currency=Currency.HKD, level=Decimal(740_000), rearm_level=Decimal(741_850))
    )
    assert title == "BTC below HK$740,000"
    assert body.endswith("re-arms above HK$741,850")


def test_a_one_shot_alert_with_one_venue_and_no_rate_says_no_more_than_it_knows(english: Wording) -> None:
    bare = replace(FIRING, venues=FIRING.venues[:1], price_hkd=None, fx=None, rearm_level=None)
    assert english.firing(bare)[1] == "US$94,962 21:04:17 HKT"


def test_a_late_firing_says_that_it_is_late(english: Wording) -> None:
    between = (NOW - timedelta(minutes=5), NOW)
    assert "crossed between 20:59:17 HKT and 21:04:17 HKT" in english.firing(
        replace(FIRING, late=True, between=between)
    )[1].split(" · ")
    assert "while hkwatch could not see prices" in english.firing(replace(FIRING, late=True))[1].split(" · ")


def test_crossings_that_were_not_told_are_counted(english: Wording) -> None:
    assert "3 crossings since the last notice" in english.firing(replace(FIRING, times=3))[1].split(" · ")


def test_one_notice_for_many_firings_says_how_many_more(english: Wording) -> None:
    title, body = english.firings(7, FIRING)
    assert title == "BTC below US$95,000"
    assert body.split("\n")[1] == "and 6 more price alerts"


def test_a_firing_speaks_the_users_language(chinese: Wording) -> None:
    assert chinese.firing(FIRING)[0] == "BTC 跌穿 US$95,000"


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("item", ["default", "acknowledge", "snooze"]),
        ("alert", ["default", "acknowledge", "snooze"]),
        ("deadline", ["default", "acknowledge", "snooze"]),
        ("outage", ["default", "snooze"]),
        ("quiet", ["default"]),
        ("summary", ["default"]),
        ("test", ["default"]),
    ],
)
def test_every_notice_can_be_opened(english: Wording, kind: str, keys: list[str]) -> None:
    actions = english.actions(kind)
    assert [key for key, _ in actions] == keys
    assert all(label for _, label in actions)


def test_every_level_and_kind_has_a_word_of_its_own(english: Wording) -> None:
    for words in (
        [english.level(level) for level in Level],
        [english.doc_type(kind) for kind in DocType],
    ):
        assert all(words)
        assert len(set(words)) == len(words)


def test_the_test_notification_has_title_and_body(english: Wording) -> None:
    assert all(english.test())


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("94962.37", Currency.USD, "US$94,962"),
        ("738548", Currency.HKD, "HK$738,548"),
        ("100", Currency.USD, "US$100"),
        ("99.99", Currency.USD, "US$99.99"),
        ("0.5", Currency.HKD, "HK$0.50"),
        ("1234567.5", Currency.USD, "US$1,234,568"),
    ],
)
def test_money(amount: str, currency: Currency, text: str) -> None:
    assert money(Decimal(amount), currency) == text


def test_no_text_of_ours_has_a_place_that_is_not_filled(english: Wording) -> None:
    for text in (*english.firing(FIRING), *english.summary([row()]), *english.firings(2, FIRING)):
        assert [name for _, name, _, _ in Formatter().parse(text) if name is not None] == []


@pytest.mark.parametrize(
    ("kind", "hours", "title"),
    [
        (AbsenceKind.ASLEEP, 7, "While this computer slept (14:04–21:04 HKT): 3 new, 1 critical, 1 high"),
        (AbsenceKind.OFFLINE, 1, "While this computer was offline (20:04–21:04 HKT): 3 new, 1 critical, 1 high"),
        (
            AbsenceKind.ASLEEP,
            50,
            "While this computer slept (23/11 19:04–25/11 21:04 HKT): 3 new, 1 critical, 1 high",
        ),
    ],
)
def test_an_absence_is_told_with_its_span_and_its_counts(
    english: Wording, kind: AbsenceKind, hours: int, title: str
) -> None:
    rows = [row("First", Level.CRITICAL), row("Second"), row("Third", Level.NORMAL)]
    told, body = english.absence(Absence(kind, NOW - timedelta(hours=hours), NOW), rows)
    assert told == title
    assert body == "SFC: First\nSFC: Second\nSFC: Third"


def test_what_was_held_is_counted_by_what_it_is(english: Wording) -> None:
    title, body = english.quiet_over([], [], ["3 working days left: 26CP4"], 0)
    assert (title, body) == ("While it was quiet: 1 deadline", "3 working days left: 26CP4")
    title, body = english.quiet_over([], [], ["one", "two", "three", "four"], 1)
    assert title == "While it was quiet: 4 deadlines, 1 source not readable"
    assert body.splitlines() == ["one", "two", "three"]


@pytest.mark.parametrize(("minutes", "told"), [(31, "31 min"), (119, "119 min"), (120, "2 h"), (793, "13 h")])
def test_a_long_outage_is_told_in_hours(english: Wording, minutes: int, told: str) -> None:
    since = NOW - timedelta(minutes=minutes)
    for state, verb in ((SourceState.FAILING, "reachable"), (SourceState.FORMAT_CHANGED, "readable")):
        line = SourceHealth(SourceId("x"), "A source", "", "", SFC.id, True, state, failing_since=since)
        assert english.outage(line, NOW)[0] == f"A source not {verb} for {told}"
