# SPDX-License-Identifier: MIT
"""The shipped rules against the traps of the field, in words made for the purpose."""

from decimal import Decimal
from pathlib import Path

import pytest

from hkwatch.domain.catalogue import Names, Publisher, Role
from hkwatch.domain.classifier import Classifier
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import Level, Topic
from hkwatch.sources.fold_table import load_folder
from hkwatch.sources.rules import load_rule_packs

RESOURCES = Path(__file__).parents[2] / "resources"
PACK = load_rule_packs([RESOURCES / "rules"])
CLASSIFIER = Classifier(PACK, load_folder(RESOURCES / "fold" / "hant_hans.tsv"))


def _publisher(name: str, role: Role) -> Publisher:
    return Publisher(PublisherId(name), Names(name, name, name), Names(name, name, name), role, True)


PUBLISHERS = {
    "sfc": _publisher("sfc", Role.REGULATOR),
    "hkma": _publisher("hkma", Role.REGULATOR),
    "rthk": _publisher("rthk", Role.MEDIA),
}


def judge(title: str, body: str = "", source: str = "") -> Flags:
    return CLASSIFIER.classify(FlagInput(title, body, "", PUBLISHERS.get(source.split("-")[0]), source))


def test_every_shipped_rule_is_used() -> None:
    assert PACK.problems == ()
    assert len(PACK.rules) > 80


def test_every_word_list_is_referred_to() -> None:
    used = {name for rule in PACK.rules for name in (*rule.any, *rule.none)}
    used |= {name for rule in PACK.rules for group in rule.all for name in group}
    used |= {name for rule in PACK.rules for near in rule.near for name in (*near.left, *near.right)}
    assert {words.id for words in PACK.words if not words.hides} <= used


# The Hong Kong commission and its namesakes


@pytest.mark.parametrize(
    ("title", "body", "source"),
    [
        ("Quarterly report published", "", "sfc-press-en"),
        ("Example Digital Ltd", "Unlicensed entities", "sfc-alert-list"),
        ("SFC fines Example Digital Ltd HK$2 million", "The Hong Kong watchdog said so.", ""),
        ("證監會就虛擬資產託管發表諮詢文件", "", "rthk-zh-finance"),
        ("香港证监会公布新指引", "", ""),
        (
            "New custody rules for platforms",
            "Hong Kong's Securities and Futures Commission said on Monday it will act.",
            "",
        ),
        ("Hong Kong regulator lets platforms offer staking", "", ""),
        ("梁鳳儀：市場運作暢順", "", "rthk-zh-finance"),
        ("SFC and HKMA issue joint circular", "", "hkma-press-en"),
    ],
)
def test_an_act_of_the_sfc_is_flagged_and_is_hong_kong(title: str, body: str, source: str) -> None:
    flags = judge(title, body, source)
    assert Topic.SFC in flags.topics
    assert flags.hk
    assert flags.flag


@pytest.mark.parametrize(
    ("title", "body", "source"),
    [
        ("中國證監會：支持企業境外上市", "內地企業到香港上市的步伐加快。", "rthk-zh-finance"),
        ("中證監公布新規", "", "rthk-zh-finance"),
        ("吳清：證監會將深化改革", "", "rthk-zh-finance"),
        ("证监会就A股退市征求意见", "上交所同日公布细则。", ""),
        ("證監會主席出席論壇", "會議在台北舉行。", ""),
        ("國際證監會組織談金融網紅", "香港亦有參與。", "rthk-zh-finance"),
        ("印度證監會調查券商", "", "rthk-zh-finance"),
        ("CSRC approves listing plans of three firms", "", ""),
        ("Building a Vue SFC with TypeScript", "A Hong Kong developer explains single file components.", ""),
        ("Example Exchange lists a new token", "The SFC-licensed platform in Hong Kong adds its tenth asset.", ""),
        ("Digest of the week", "The platform is regulated by the SFC.", ""),
        ("Hong Kong regulators and banks discuss the weather", "", ""),
    ],
)
def test_another_commission_or_a_mere_attribute_is_not_the_sfc(title: str, body: str, source: str) -> None:
    assert Topic.SFC not in judge(title, body, source).topics


# Licences


@pytest.mark.parametrize(
    ("title", "body", "hk"),
    [
        ("Example Exchange wins virtual asset trading platform licence in Hong Kong", "", True),
        ("範例交易所獲發虛擬資產交易平台牌照", "該公司總部位於香港。", True),
        ("金管局：首批穩定幣牌照年內批出", "", True),
        ("Example Exchange withdraws crypto licence application in Hong Kong", "", True),
        ("Hong Kong gives two platforms a green light", "Regulators granted approval to two crypto exchanges.", True),
        ("Example Exchange secures crypto license in Dubai", "", False),
        ("Example Pay obtains electronic money licence from the central bank", "", False),
    ],
)
def test_a_licence_event_counts_anywhere_and_is_flagged_in_hong_kong(title: str, body: str, hk: bool) -> None:
    flags = judge(title, body)
    assert Topic.LICENCE in flags.topics
    assert (flags.hk, flags.flag) == (hk, hk)


@pytest.mark.parametrize(
    ("title", "body", "source"),
    [
        ("Drivers must renew their driving licence online", "", "rthk-en-local"),
        ("Man held for firearms without a licence", "", "rthk-en-local"),
        ("食環署撤銷一間食肆牌照", "", "rthk-zh-local"),
        ("運輸署批出首個的士車隊牌照", "", "rthk-zh-local"),
        ("Code released under the MIT license", "The crypto wallet library is free.", ""),
        ("Licensed exchange in Hong Kong lists five tokens", "Crypto traders cheer.", ""),
        ("Hong Kong regulator approves bitcoin ETFs", "", ""),
        ("證監會提醒公眾提防虛擬資產騙案", "有關平台訛稱已取得證監會牌照。", "rthk-zh-finance"),
        ("致持牌法團的通函", "", "sfc-circulars-tc"),
        ("警方籲市民小心虛擬資產騙案", "該平台沒有取得牌照。", "rthk-zh-local"),
    ],
)
def test_other_licences_and_mere_attributes_are_no_licence_event(title: str, body: str, source: str) -> None:
    assert Topic.LICENCE not in judge(title, body, source).topics


# Bitcoin levels


@pytest.mark.parametrize(
    ("title", "usd", "direction"),
    [
        ("Bitcoin tops US$100k for first time", 100_000, "above"),
        ("Bitcoin hits record high of $109,071", 109_071, "above"),
        ("BTC plunges below $95,000 in early trade", 95_000, "below"),
        ("Bitcoin Back Under USD 60K", 60_000, "below"),
        ("Price prediction as BTC shoots past $70,000", 70_000, "above"),
        ("比特幣升穿10萬美元", 100_000, "above"),
        ("比特币一度跌破9.5万美元大关", 95_000, "below"),
        ("ＢＴＣ突破１０．９萬美元", 109_000, "above"),
        ("比特幣失守十萬美元", 100_000, "below"),
        ("比特幣再創新高 衝破12萬美元", 120_000, "above"),
    ],
)
def test_a_crossing_is_flagged_with_its_level(title: str, usd: int, direction: str) -> None:
    flags = judge(title)
    assert Topic.BTC_THRESHOLD in flags.topics
    assert Topic.BTC_PRICE in flags.topics
    assert flags.flag
    assert flags.btc_level is not None
    assert (flags.btc_level.usd, flags.btc_level.direction) == (Decimal(usd), direction)


@pytest.mark.parametrize(
    "title",
    [
        "Bitcoin could climb to $150,000 this year, bank says",
        "Bitcoin holds support at $90,000",
        "Bitcoin faces resistance below $44,000",
        "Bitcoin nears $100K",
        "Bitcoin tests $40,000 again",
        "Bitcoin set to reclaim $100,000",
        "Why Bitcoin will hit $1 million by 2030",
        "Bitcoin trades at $97,000",
        "分析師：比特幣或升至15萬美元",
        "比特幣逼近10萬美元",
        "若比特幣跌破9萬美元會怎樣",
        "比特幣守住9萬美元支撐",
        "某公司比特幣持倉突破1萬枚",
        "Bitcoin ETF volume tops $50,000 a minute",
        "Ether climbs above $4,000",
    ],
)
def test_forecasts_supports_and_other_assets_are_no_crossing(title: str) -> None:
    assert Topic.BTC_THRESHOLD not in judge(title).topics


def test_multiples_of_ten_thousand_and_records_are_high_other_crossings_normal() -> None:
    assert judge("Bitcoin tops $100,000").severity is Level.HIGH
    assert judge("Bitcoin hits all-time high of $109,071").severity is Level.HIGH
    assert judge("Bitcoin slips below $97,000").severity is Level.NORMAL


# The other topics


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("虛擬資產現貨ETF下周上市", Topic.ETF),
        ("Stablecoin issuers face new reserve rules", Topic.STABLECOIN),
        ("穩定幣條例生效", Topic.STABLECOIN),
        ("Third tokenised green bond priced", Topic.TOKENISATION),
        ("代幣化存款試驗展開", Topic.TOKENISATION),
        ("Bitcoin options expiry looms", Topic.DERIVATIVES),
        ("平台獲准提供質押服務", Topic.DERIVATIVES),
        ("Police arrest six over crypto fraud", Topic.ENFORCEMENT),
        ("比特幣價格走勢分析", Topic.BTC_PRICE),
    ],
)
def test_a_topic_in_the_headline_is_found(title: str, topic: Topic) -> None:
    assert topic in judge(title).topics


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Netflix subscriber numbers rise", Topic.ETF),
        ("Securities and Futures Commission moves office", Topic.DERIVATIVES),
        ("Firm A leverages its brand", Topic.DERIVATIVES),
        ("President has no plans to pardon jailed crypto founder", Topic.ENFORCEMENT),
        ("修訂《打擊洗錢條例》涉及虛擬資產", Topic.ENFORCEMENT),
        ("Company buys 500 bitcoin for its treasury", Topic.BTC_PRICE),
        ("Exchange adds a new token", Topic.TOKENISATION),
    ],
)
def test_a_word_in_another_sense_is_not_the_topic(title: str, topic: Topic) -> None:
    assert topic not in judge(title).topics


# Hong Kong and severity


@pytest.mark.parametrize(
    ("title", "body", "source", "hk"),
    [
        ("Circular on deposits", "", "hkma-circulars", True),
        ("Police arrest five", "", "rthk-en-local", True),
        ("Ceasefire talks resume", "Negotiators met on Sunday.", "rthk-en-world", False),
        ("加密貨幣專欄", "作者畢業於香港大學,曾在香港01任職。", "", False),
        ("Exchange opens office", "The firm is based in Hong Kong.", "", True),
    ],
)
def test_hong_kong_is_told_by_speaker_and_subject(title: str, body: str, source: str, hk: bool) -> None:
    assert judge(title, body, source).hk is hk


@pytest.mark.parametrize(
    ("title", "source", "level"),
    [
        ("有關虛擬資產託管的通函", "sfc-circulars-tc", Level.HIGH),
        ("Guidance on custody of digital assets", "hkma-circulars", Level.HIGH),
        ("證監會譴責範例證券並罰款300萬元", "sfc-press-tc", Level.NORMAL),
        ("New speech by Kelvin Wong: Remarks at a dinner", "sfc-press-en", Level.LOW),
        ("Example Digital Ltd", "sfc-alert-list", Level.LOW),
        ("Tender of government bonds", "hkma-press-en", Level.LOW),
        ("Bitcoin price prediction: how high can it go?", "", Level.LOW),
    ],
)
def test_severity_follows_who_acts_on_what(title: str, source: str, level: Level) -> None:
    assert judge(title, "", source).severity is level


@pytest.mark.parametrize(
    "title",
    [
        "HashKey wins virtual asset licence in Dubai",
        "OSL obtains crypto licence from Bermuda Monetary Authority",
        "HashKey獲百慕達發出虛擬資產牌照",
        "OSL secures stablecoin issuer licence in Singapore",
    ],
)
def test_a_hong_kong_firm_licensed_abroad_is_not_high(title: str) -> None:
    flags = judge(title, "", "")
    assert flags.licence_event is not None
    assert not flags.licence_event.hk
    assert flags.severity < Level.HIGH


@pytest.mark.parametrize(
    "title",
    [
        "Bitcoin reaches a new all-time high after rate cut",
        "BTC sets fresh record high",
        "Bitcoin hits all-time high on ETF inflows, ether follows",
        "比特幣再創歷史新高",
        "比特币刷新历史新高",
        "HTX withdraws its application for a Hong Kong licence",
        "Example Digital Ltd granted VATP licence by Hong Kong's SFC",
        "Victory Securities' Hong Kong licence upgraded by SFC",
        "香港證監會撤銷例子交易所牌照",
    ],
)
def test_a_record_and_a_settled_licence_of_hong_kong_are_high(title: str) -> None:
    assert judge(title, "", "").severity is Level.HIGH


@pytest.mark.parametrize(
    "title",
    [
        "Bitcoin slides 8% after it hit record high",
        "Bitcoin could set a new all-time high",
        "Bitcoin slips as gold hits all-time high",
        "Bitcoin ETF volume hits record high",
        "Bitcoin hits record-high open interest",
        "比特幣未能創歷史新高",
        "比特幣期權未平倉合約創歷史新高",
        "新加坡金管局向例子支付發出牌照",
    ],
)
def test_another_record_a_past_one_and_a_licence_abroad_are_not_high(title: str) -> None:
    assert judge(title, "", "").severity < Level.HIGH


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("證監會吊銷虛擬資產交易平台例子數碼的牌照", ""),
        ("证监会撤销虚拟资产交易平台例子数码牌照", "panews-zh"),
        ("SFC cancels licence of Example Digital trading platform", "scmp-hk"),
    ],
)
def test_the_commission_acting_on_a_platform_licence_is_hong_kongs_where_no_other_place_is_named(
    title: str, source: str
) -> None:
    flags = judge(title, "", source)
    assert {Topic.SFC, Topic.LICENCE} <= set(flags.topics)
    assert (flags.hk, flags.flag) == (True, True)
    assert "hk-licence-event" in {reason.rule for reason in flags.reasons}


@pytest.mark.parametrize(
    "title",
    [
        "中國證監會吊銷交易平台例子數碼的牌照",
        "美國交易平台例子數碼遭證監會撤銷牌照",
        "菲律賓證監會撤銷交易平台例子數碼牌照",
        "泰國例子數碼:證監會撤銷交易平台牌照",
    ],
)
def test_another_place_beside_the_commissions_short_name_keeps_it_from_hong_kong(title: str) -> None:
    flags = judge(title, "", "")
    assert Topic.SFC not in flags.topics
    assert not flags.hk


def test_a_hong_kong_licence_stays_high_where_another_place_is_named() -> None:
    assert judge("Singapore's Example Digital wins Hong Kong crypto licence", "", "").severity is Level.HIGH


def test_reasons_name_the_rule_and_quote_the_words() -> None:
    flags = judge("證監會發表有關虛擬資產的通函", "", "sfc-press-tc")
    own = next(r for r in flags.reasons if r.topic == "sfc")
    assert (own.rule, own.field, own.words) == ("sfc-own-source", "source", "sfc")
    assert all(r.words for r in flags.reasons)


# Reasons that show something


@pytest.mark.parametrize(
    ("title", "rule", "words"),
    [
        ("Bitcoin holders under siege at $42K as profits turn to losses", "btc-price-level-talk", "$42K"),
        ("Bitcoin traders look at $ 98,500.", "btc-price-level-talk", "$ 98,500"),
    ],
)
def test_the_sign_of_a_currency_is_marked_with_its_amount(title: str, rule: str, words: str) -> None:
    marked = {reason.words for reason in judge(title).reasons if reason.rule == rule}
    assert words in marked
    assert "$" not in marked


def test_a_rule_that_builds_on_others_shows_the_words_that_those_found() -> None:
    flags = judge("Bitcoin slides 4% as traders sell", source="rthk-en-finance")
    moved = next(reason for reason in flags.reasons if reason.rule == "normal-btc-move")
    assert (moved.field, moved.topic) == ("title", "severity")
    assert "Bitcoin slides 4% as traders sell"[moved.start : moved.end] == moved.words != ""


def test_what_the_source_alone_says_is_still_shown_by_the_source() -> None:
    own = next(reason for reason in judge("Quarterly report", source="sfc-press-en").reasons if reason.topic == "sfc")
    assert (own.field, own.words) == ("source", "sfc")


@pytest.mark.parametrize(
    "title",
    [
        "技術走弱，比特幣面臨跌破110000美元的壓力",
        "比特幣漲至6萬還是14萬？交易員看法不一",
        "分析師警惕BTC跌至8萬美元",
        "市場對比特幣突破10萬美元的路徑看法不一",
    ],
)
def test_a_level_that_is_feared_weighed_or_bet_on_in_chinese_is_not_reached(title: str) -> None:
    assert Topic.BTC_THRESHOLD not in judge(title).topics


def test_opening_a_case_is_what_the_mainlands_commission_does() -> None:
    title, body = "某上海企業被證監會立案調查", "公司表示，證監會決定對公司立案。"
    assert not judge(title, body, "rthk-zh-finance").flag
    assert judge("某企業被證監會調查", "證監會表示，調查仍在進行。", "rthk-zh-finance").flag
