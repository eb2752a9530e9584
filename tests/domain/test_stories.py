# SPDX-License-Identifier: MIT
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.story_texts import START, item, reader, together
from hkwatch.domain.stories import Stories, StoryItem

SAME = {
    "the same act in two outlets": (
        ("OSL obtains licence for retail trading in Hong Kong", "The SFC approved OSL on Monday."),
        ("Hong Kong regulator grants OSL licence for retail crypto trading", "OSL may now serve retail investors."),
    ),
    "English and Chinese, by firm, act and amount": (
        (
            "HKMA fines Octopus HK$1.25 million over customer checks",
            "The HKMA fined Octopus for its money laundering controls.",
        ),
        ("金管局向八達通罰款125萬元", "金管局指八達通在打擊洗錢方面有缺失，罰款125萬元。"),
    ),
    "English and Chinese, by body and percentage": (
        ("HKMA cuts base rate by 25 basis points", "The HKMA lowered its base rate to 4.75 percent."),
        ("金管局下調基本利率0.25厘", "金管局將貼現窗基本利率下調25個基點至4.75厘。"),
    ),
    "two Chinese scripts": (
        ("證監會就穩定幣基金展開諮詢", "證監會今日就投資穩定幣的基金展開諮詢，為期兩個月。"),
        ("香港证监会就稳定币基金展开咨询", "香港证监会就投资稳定币的基金展开为期两个月的咨询。"),
    ),
    "amounts written in two ways": (
        ("Miner Example Ore buys 1,234 bitcoin for $143 million", ""),
        ("Example Ore adds 1,234 BTC worth US$143M to its holdings", ""),
    ),
    "a name spelt letter by letter": (
        (
            "證監會公布「A-S-P-I-Re」路線圖　以12項措施發展香港虛擬資產市場",
            "證監會今天公布路線圖，包括為場外交易及託管服務設立發牌制度。",
        ),
        (
            "證監會推「ASPIRe」路線圖　研設場外交易及託管發牌制度",
            "證監會公布虛擬資產市場路線圖，共12項措施，包括研究為場外交易及託管服務設立發牌制度。",
        ),
    ),
    "an act set out by the one and unveiled by the other": (
        (
            "SFC sets out A-S-P-I-Re roadmap with 12 initiatives for Hong Kong’s virtual asset market",
            "The SFC today published a roadmap for the next stage of the market. It is named A-S-P-I-Re.",
        ),
        (
            "SFC unveils 12-point plan for virtual assets",
            "The SFC has published a roadmap with twelve initiatives. The plan is called A-S-P-I-Re.",
        ),
    ),
    "an order of names turned round": (
        ("SEC, CFTC seek public comment on margin rules for swaps", ""),
        ("CFTC, SEC seek public comment on margin rules for swaps", ""),
    ),
}
APART = {
    "two firms fined for the same thing": (
        ("SFC reprimands and fines Saxo HK$4 million", "over virtual asset products"),
        ("SFC reprimands and fines Victory Securities HK$4 million", "over virtual asset products"),
    ),
    "acts of two public bodies in the same words": (
        ("SFC grants licence to virtual asset trading platform Example 1", "The SFC grants the licence."),
        ("HKMA grants stablecoin issuer licence to Example Coin 4", "The HKMA grants the licence."),
    ),
    "two amounts": (
        ("Strategy buys 220 bitcoin for $27 million", ""),
        ("Strategy buys 430 bitcoin for $51 million", ""),
    ),
    "two levels of one price": (
        ("Bitcoin falls below $110,000 as traders sell", ""),
        ("Bitcoin falls below $100,000 as traders sell", ""),
    ),
    "up is not down in Chinese either": (
        ("比特幣升破11萬美元", ""),
        ("比特幣跌穿11萬美元", ""),
    ),
    "up is not down": (
        ("Bitcoin rises to $110,000 after rate decision", ""),
        ("Bitcoin falls to $110,000 after rate decision", ""),
    ),
    "flows of two days": (
        ("美國比特幣ETF今日淨流出3211枚BTC", ""),
        ("美國比特幣ETF今日淨流出1237枚BTC", ""),
    ),
    "inflow is not outflow": (
        ("比特幣ETF今日淨流入2186枚BTC", ""),
        ("比特幣ETF今日淨流出2186枚BTC", ""),
    ),
    "tenders of two dates": (
        ("Tender of Exchange Fund Bills on 24 February", ""),
        ("Tender of Exchange Fund Bills on 3 March", ""),
    ),
    "tenders of two terms": (
        ("Tender for the re-opening of 10-year HKD government bonds", ""),
        ("Tender for the re-opening of 3-year HKD government bonds", ""),
    ),
    "alerts about two banks": (
        ("Scam alert: phishing emails related to Hang Seng Bank", ""),
        ("Scam alert: phishing emails related to Bank of East Asia", ""),
    ),
    "two platforms warned of in the same words": (
        ("證監會：Exampix涉嫌從事虛擬資產相關欺詐活動", "證監會告誡公眾提防Exampix，已列入警示名單。"),
        ("證監會：Testonex涉嫌從事虛擬資產相關欺詐活動", "證監會提醒公眾提防Testonex，已列入警示名單。"),
    ),
    "a speech beside the act": (
        ("HKMA launches cross-border reference checking arrangement", ""),
        ("Remarks at launch of cross-border reference checking arrangement", ""),
    ),
    "price analyses of two days": (
        ("Bitcoin price analysis: bulls eye resistance", ""),
        ("Bitcoin price analysis: bears test support", ""),
    ),
    "two periods": (
        ("Exchange Fund posts investment income of HK$54 billion in first quarter", ""),
        ("Exchange Fund posts investment income of HK$54 billion in third quarter", ""),
    ),
    "a consultation is not its conclusions": (
        ("SFC consults on custody rules for virtual asset platforms", ""),
        ("SFC concludes consultation on custody rules for virtual asset platforms", ""),
    ),
    "the American commission is not the Hong Kong one": (
        ("證監會批准首隻比特幣現貨ETF", ""),
        ("美國證監會拒絕首隻比特幣現貨ETF", ""),
    ),
    "an article about a price beside a fall to it": (
        ("比特幣價格接近11.5萬美元關口 短線交易員轉趨謹慎觀望後市", ""),
        ("比特幣跌至11.2萬美元關口 短線交易員轉趨謹慎觀望後市", ""),
    ),
    "two web addresses of one form": (
        ("www.first-example-capital.com", "Suspicious website"),
        ("www.second-example-capital.com", "Suspicious website"),
    ),
    "two companies of one form of name": (
        ("Example Prime International Ltd", "Unlicensed entities"),
        ("Example Sunrise International Ltd", "Unlicensed entities"),
    ),
    "a name alone": (
        ("Metaplanet reaches 20,000 bitcoin", ""),
        ("Why Metaplanet shares stay low", ""),
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_one_event_is_one_story(name: str) -> None:
    (a, a_text), (b, b_text) = SAME[name]
    first, second = item("a", a, a_text), item("b", b, b_text, hours=1)
    assert together(first, second)
    assert together(item("a", b, b_text), item("b", a, a_text, hours=1)), "whichever comes first"


@pytest.mark.parametrize("name", APART)
def test_two_events_stay_two_stories(name: str) -> None:
    (a, a_text), (b, b_text) = APART[name]
    assert not together(item("a", a, a_text), item("b", b, b_text, hours=1))
    assert not together(item("a", b, b_text), item("b", a, a_text, hours=1)), "whichever comes first"


def test_equal_reference_numbers_join_over_weeks_whatever_the_words() -> None:
    assert together(
        item("a", "Circular on cybersecurity", ref="26EC32"),
        item("b", "有關網絡保安的通函", hours=24 * 20, ref="26EC32"),
    )


def test_two_releases_of_one_regulator_have_two_numbers() -> None:
    title = "SFC reprimands and fines broker for control failures in account opening"
    assert not together(item("a", title, ref="26PR10"), item("b", title, hours=2, ref="26PR11"))


PAPER = "Consultation on disclosure rules for structured products"
RELEASE = "SFC consults on clearer disclosure rules for structured products sold to retail investors"


def test_a_consultation_paper_and_its_press_release_are_one_event() -> None:
    assert together(item("a", PAPER, outlet="sfc", ref="26CP8"), item("b", RELEASE, outlet="sfc", ref="26PR197"))
    assert together(item("b", RELEASE, outlet="sfc", ref="26PR197"), item("a", PAPER, outlet="sfc", ref="26CP8"))


@pytest.mark.parametrize(
    ("title", "ref"),
    [
        ("SFC consults on clearer fee rules for structured funds sold to retail investors", "26PR198"),
        (RELEASE, "26EC8"),
        ("SFC concludes consultation on disclosure rules for structured products sold to retail investors", "26PR199"),
    ],
)
def test_a_paper_stays_apart_from_another_act_of_its_body(title: str, ref: str) -> None:
    assert not together(item("a", PAPER, outlet="sfc", ref="26CP8"), item("b", title, outlet="sfc", ref=ref))


def test_the_same_words_after_three_days_open_a_new_story() -> None:
    title = "Regulator grants licence to Example Custody for stablecoin reserves"
    assert together(item("a", title), item("b", title, hours=20))
    assert not together(item("a", title), item("b", title, hours=73))


def test_one_outlet_repeating_itself_the_next_day_tells_something_new() -> None:
    title = "Morning look at virtual asset licences and stablecoin rules"
    assert not together(item("a", title, outlet="x"), item("b", title, hours=24, outlet="x"))


def test_two_headlines_of_one_column_are_two_stories() -> None:
    first = item("a", "世界盃決賽現場直擊｜紅隊射手上半場獨中三元晉級", "世界盃分組賽今日開鑼。", outlet="x")
    second = item("b", "世界盃決賽現場直擊｜藍隊門將訓練期間因傷退出", "世界盃分組賽今日繼續。", hours=5, outlet="x")
    assert not together(first, second)


def test_the_name_of_a_firm_in_a_column_still_counts() -> None:
    first = item("a", "OSL｜獲證監會批准為散戶提供虛擬資產服務", "證監會批准OSL。")
    other = item("b", "HashKey｜獲證監會批准為散戶提供虛擬資產服務", "證監會批准HashKey。", hours=1)
    assert not together(first, other)


def test_everyday_words_tell_less_than_names() -> None:
    title = reader().read("Quixel lets more people use the new service quickly", "").title
    assert title["w:quixel"] > title["w:quickly"] > title["w:servic"] > title["w:peopl"] > title["w:the"]


def test_chinese_pairs_tell_less_the_more_of_them_serves_the_sentence() -> None:
    title = reader().read("甲骨的是", "").title
    assert title["甲骨"] > title["骨的"] > title["的是"]


def test_a_listed_chinese_word_lightens_each_of_its_pairs() -> None:
    title = reader().read("星期天氣甲骨", "").title
    assert title["星期"] < title["天气"] < title["甲骨"]


def test_a_member_that_can_never_belong_keeps_an_item_out() -> None:
    grouping = Stories[str](reader().opposites)
    found = grouping.take(
        [
            item("a", "Example Ore buys 500 bitcoin for its treasury holdings"),
            item("b", "Example Ore buys bitcoin for its treasury holdings", hours=1),
            item("c", "Example Ore buys 900 bitcoin for its treasury holdings", hours=2),
        ]
    )
    assert found["a"] == found["b"] != found["c"]


def test_an_undated_item_is_compared_with_all() -> None:
    dated = item("a", "OKX withdraws licence application in Hong Kong", "OKX withdrew its VASP application.")
    undated = StoryItem("b", None, "b", (reader().read("OKX withdraws its Hong Kong licence application", ""),))
    assert together(dated, undated)


def test_forgetting_ends_a_story() -> None:
    grouping = Stories[str](reader().opposites)
    title = "Regulator grants licence to Example Custody for stablecoin reserves"
    grouping.take([item("a", title)])
    grouping.forget_before(START + timedelta(hours=1))
    assert len(grouping) == 0
    assert grouping.take([item("b", title, hours=2)]) == {"b": "b"}


GAINS = item("a", "Sample Markets gains SFC licence", "The list now has ten licensed platforms.")
JOINS = item("b", "Sample Markets獲證監會發牌　持牌虛擬資產交易平台增至十個", "證監會名單顯示。", hours=0.2)
ADDED = item("c", "SFC adds Sample Markets to list of licensed crypto exchanges", "", hours=1)


def grown(first: StoryItem[str], second: StoryItem[str]) -> Stories[str]:
    """Two stories, of one item each, that were told apart."""
    stories = Stories[str](reader().opposites)
    stories.remember(first, first.key)
    stories.remember(second, second.key)
    return stories


def test_a_later_item_joins_two_stories_that_it_fits_both() -> None:
    stories = grown(GAINS, JOINS)
    assert stories.take([ADDED]) == {"b": "a", "c": "a"}
    assert stories.members("a") == ("a", "b", "c")
    assert stories.members("b") == ()


def test_what_speaks_against_any_member_keeps_two_stories_apart() -> None:
    stories = grown(GAINS, JOINS)
    other = item("d", "Sample Markets gains SFC licence, shares rise 12%", hours=0.1)
    against = item("e", "Sample Markets獲證監會發牌　股價升25%", hours=0.3)
    stories.remember(other, "a")
    stories.remember(against, "b")
    stories.take([ADDED])
    assert stories.story_of("a") != stories.story_of("b")


def test_what_the_user_parted_is_joined_by_no_later_item() -> None:
    stories = grown(GAINS, JOINS)
    stories.part(["a", "b"])
    stories.take([ADDED])
    assert stories.story_of("a") != stories.story_of("b")


def test_the_users_own_story_is_the_one_that_goes_on() -> None:
    stories = grown(GAINS, JOINS)
    stories.loosen("b")
    stories.take([ADDED])
    assert stories.members("b") == ("a", "b", "c")


def test_two_stories_that_the_user_put_together_stay_two() -> None:
    stories = grown(GAINS, JOINS)
    stories.loosen("a")
    stories.loosen("b")
    stories.take([ADDED])
    assert stories.story_of("a") != stories.story_of("b")


class Counted(tuple[Any, ...]):
    """Texts of an item that count how often they are looked at."""

    looks = 0

    def __iter__(self) -> Iterator[Any]:
        Counted.looks += 1
        return super().__iter__()


def test_a_story_without_end_makes_no_item_slower_than_the_one_before() -> None:
    stories = Stories[str](reader().opposites)
    looks: list[int] = []
    for number in range(200):
        one = item(
            f"k{number:03}", "Example Markets gains SFC licence for its platform", hours=number / 100, ref="25PR9"
        )
        before = Counted.looks
        stories.take([replace(one, faces=Counted(one.faces))])
        looks.append(Counted.looks - before)
    assert len(stories.members("k000")) == 200
    assert max(looks[100:]) <= looks[50]


WORDS = st.sampled_from([text for pair in (*SAME.values(), *APART.values()) for text in pair])
ITEMS = st.lists(st.tuples(WORDS, st.integers(0, 90)), min_size=1, max_size=12).map(
    lambda drawn: [item(f"k{n:02}", t, b, hours=h / 2) for n, ((t, b), h) in enumerate(drawn)]
)


@settings(max_examples=60, deadline=None)
@given(ITEMS, st.randoms())
def test_the_order_inside_a_batch_changes_nothing(items: list[StoryItem[str]], chance: object) -> None:
    mixed = list(items)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    opposites = reader().opposites
    assert Stories[str](opposites).take(items) == Stories[str](opposites).take(mixed)


@settings(max_examples=60, deadline=None)
@given(ITEMS, st.sets(st.integers(1, 11)))
def test_how_a_stream_is_cut_into_batches_changes_nothing(items: list[StoryItem[str]], cuts: set[int]) -> None:
    ordered = sorted(items, key=lambda one: (one.at or START, one.key))
    opposites = reader().opposites
    whole = Stories[str](opposites).take(ordered)
    grouping = Stories[str](opposites)
    parts: dict[str, str] = {}
    edges = [0, *sorted(cut for cut in cuts if cut < len(ordered)), len(ordered)]
    for low, high in pairwise(edges):
        parts |= grouping.take(ordered[low:high])
    assert parts == whole
