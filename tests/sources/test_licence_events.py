# SPDX-License-Identifier: MIT
"""What happened to which licence, read with the shipped words and the shipped dictionary."""

from pathlib import Path

import pytest

from hkwatch.domain.classifier import Classifier
from hkwatch.domain.entities import Entity, EntityIndex
from hkwatch.domain.flags import FlagInput
from hkwatch.domain.licence_event import LicenceEvent
from hkwatch.sources.entities import load_entities
from hkwatch.sources.fold_table import load_folder
from hkwatch.sources.rules import load_rule_packs

RESOURCES = Path(__file__).parents[2] / "resources"
DICTIONARY = load_entities([RESOURCES / "entities"])
FOLDER = load_folder(RESOURCES / "fold" / "hant_hans.tsv")
CLASSIFIER = Classifier(load_rule_packs([RESOURCES / "rules"]), FOLDER, EntityIndex(DICTIONARY.entities, FOLDER))


def event(title: str, body: str = "") -> LicenceEvent | None:
    return CLASSIFIER.classify(FlagInput(title, body, "")).licence_event


def told(title: str, body: str = "") -> tuple[str, str | None, str]:
    """Event, firm and regime, as the command line prints them."""
    found = event(title, body)
    assert found is not None, title
    return found.event.value, found.firm, found.regime.value if found.regime else ""


def test_every_row_of_the_dictionary_is_used_and_no_central_number_comes_twice() -> None:
    assert DICTIONARY.problems == ()
    numbers = [entity.ce for entity in DICTIONARY.entities if entity.ce]
    assert len(numbers) == len(set(numbers)) >= 12


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("HKVAX wins final approval for Hong Kong crypto exchange licence", ("granted", "HKVAX", "vatp")),
        ("SFC grants licence to Hong Kong BGE, bringing total to 11", ("granted", "HKBGE", "vatp")),
        ("Bullish becomes tenth licensed crypto exchange in Hong Kong", ("granted", "Bullish", "vatp")),
        ("Futu's PantherTrade receives licence from Hong Kong's SFC", ("granted", "PantherTrade", "vatp")),
        ("富途旗下獵豹交易獲香港證監會發牌", ("granted", "PantherTrade", "vatp")),
        ("香港证监会向HKVAX发牌", ("granted", "HKVAX", "vatp")),
        ("Anchorpoint granted Hong Kong stablecoin issuer licence", ("granted", "Anchorpoint", "stablecoin-issuer")),
        ("香港金管局向滙豐發出穩定幣發行人牌照", ("granted", "HSBC", "stablecoin-issuer")),
        ("OKX withdraws its VATP licence application in Hong Kong", ("withdrawn", "OKX", "vatp")),
        ("HashKey obtains approval to serve retail investors in Hong Kong", ("uplifted", "HashKey", "vatp")),
        ("ZA Bank upgrades Type 1 licence to offer crypto in Hong Kong", ("uplifted", "ZA Bank", "type-1")),
        ("香港勝利證券獲證監會升級牌照 可提供虛擬資產交易服務", ("uplifted", "Victory Securities", "va-dealing")),
        (
            "Hong Kong's Guotai Junan International gets nod to upgrade Type 1 licence for virtual assets",
            ("uplifted", "Guotai Junan International", "type-1"),
        ),
        ("Bybit applies again for Hong Kong VATP licence", None),
        ("Bybit has applied for a Hong Kong VATP licence", ("applied", "Bybit", "vatp")),
        ("OSL已申請提升現有牌照 擬向香港散戶提供虛擬資產交易", ("applied", "OSL", "vatp")),
    ],
)
def test_a_firm_of_the_dictionary_is_told_by_its_brand(title: str, wanted: tuple[str, str, str] | None) -> None:
    if wanted is not None:
        assert told(title) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        (
            "SFC grants licence to virtual asset trading platform Example Widgets",
            ("granted", "Example Widgets", "vatp"),
        ),
        ("SFC grants VATP licence to Example Digital Limited", ("granted", "Example Digital Limited", "vatp")),
        (
            "Sample Coin Ltd applies for Hong Kong stablecoin licence",
            ("applied", "Sample Coin Ltd", "stablecoin-issuer"),
        ),
        ("SFC refuses Example Digital Limited's application for a licence", ("refused", "Example Digital Limited", "")),
        ("SFC returns licence application of Sample Exchange Limited", ("returned", "Sample Exchange Limited", "")),
        ("SFC revokes licence of Example Securities Limited", ("revoked", "Example Securities Limited", "")),
        (
            "SFC suspends Example Securities Limited's Type 1 licence for nine months",
            ("suspended", "Example Securities Limited", "type-1"),
        ),
        (
            "SFC imposes conditions on the licence of Example Digital Limited",
            ("conditions-changed", "Example Digital Limited", ""),
        ),
        ("Sample Custody granted in-principle approval by the SFC for a custody licence", None),
        ("證監會向例子數碼有限公司批出虛擬資產交易平台牌照", ("granted", "例子數碼有限公司", "vatp")),
        ("證監會拒絕例子平台有限公司的牌照申請", ("refused", "例子平台有限公司", "")),
        ("證監會撤銷例子資產管理有限公司第9類牌照", ("revoked", "例子資產管理有限公司", "type-9")),
        ("證監會暫時吊銷例子證券有限公司牌照六個月", ("suspended", "例子證券有限公司", "")),
        ("香港金管局向例子銀行及樣本銀行發出銀行牌照", ("granted", "例子銀行", "")),
    ],
)
def test_a_firm_that_nobody_knows_is_found_by_how_names_look(title: str, wanted: tuple[str, str, str] | None) -> None:
    if wanted is not None:
        assert told(title) == wanted


def test_each_of_several_firms_is_told_with_its_central_number() -> None:
    found = event("Hong Kong's SFC licenses four more crypto platforms: HKbitEX, Accumulus, DFX Labs and EX.IO")
    assert found is not None
    assert [(one.firm, one.ce) for one in found.firms] == [
        ("HKbitEX", "BPO721"),
        ("Accumulus", "BUA970"),
        ("DFX Labs", "BUN619"),
        ("EX.IO", "BUT670"),
    ]


def test_a_former_name_is_the_same_firm() -> None:
    found = event("Hong Kong SFC grants licence to Thousand Whales Technology (BVI) Limited")
    assert found is not None
    assert (found.firm, found.ce) == ("EX.IO", "BUT670")


def test_a_headline_without_a_firm_takes_it_from_the_text() -> None:
    title = "HKMA grants the first two licences for stablecoin issuers"
    found = event(title, "The HKMA has granted stablecoin issuer licences to Anchorpoint and HSBC.")
    assert found is not None
    assert [one.firm for one in found.firms] == ["Anchorpoint", "HSBC"]


@pytest.mark.parametrize(
    "title",
    [
        "Example Digital plans to apply for a Hong Kong stablecoin licence",
        "Example Digital hopes to obtain a Hong Kong crypto licence this year",
        "Hong Kong to issue first stablecoin licences in March",
        "Example Digital has not obtained a licence from the SFC",
        "Example Digital falsely claims to be licensed by the SFC",
        "Has HashKey obtained a second licence in Hong Kong?",
        "Licensed platform HashKey Exchange lists a token for retail investors in Hong Kong",
        "HKMA says it received 36 applications for stablecoin licences",
        "HKMA received 40 stablecoin licence applications by end-September",
        "金管局接獲40份穩定幣發行人牌照申請",
        "SFC issues circular on the licensing regime for trading platforms",
        "Hong Kong issued no crypto exchange licence last year",
        "SFC denies that it granted a VATP licence to Example Digital",
        "SFC denied having issued a licence to Example Digital",
        "證監會否認向例子交易所批出虛擬資產牌照",
        "Transition period of Hong Kong's VATP licensing regime expires",
        "京東幣鏈擬申請香港穩定幣牌照",
        "金管局料首批穩定幣牌照年底前發出",
        "香港虛擬資產交易平台發牌制度生效",
        "證監會將視察被當作獲發牌的虛擬資產交易平台",
        "金管局：進入沙盒並非申請穩定幣牌照的先決條件",
    ],
)
def test_a_plan_a_denial_and_a_regime_are_no_event(title: str) -> None:
    assert event(title) is None


@pytest.mark.parametrize(
    "title",
    [
        "HashKey receives in-principle approval for Singapore payment licence",
        "Hong Kong-based Example Trust wins Dubai VARA licence",
        "Crypto.com gets MiCA licence in Malta",
        "例子交易所獲迪拜VARA發出虛擬資產牌照",
    ],
)
def test_a_licence_abroad_has_no_regime_of_hong_kong(title: str) -> None:
    found = event(title)
    assert found is not None
    assert not found.hk
    assert found.regime is None


def test_an_application_that_is_granted_is_no_application_received() -> None:
    assert told("SFC approves VATP licence application of Example Digital Ltd in Hong Kong")[0] == "granted"
    assert told("Example Digital Ltd denies wrongdoing as SFC revokes its Hong Kong licence")[0] == "revoked"
    assert told("SFC denies VATP licence to Example Digital Ltd")[0] == "refused"


def test_virtual_in_chinese_is_no_plan() -> None:
    assert told("香港證監會批准兩家虛擬資產交易平台提供零售業務")[0] == "uplifted"


def test_the_event_word_is_among_the_reasons() -> None:
    flags = CLASSIFIER.classify(FlagInput("SFC grants VATP licence to Example Digital Limited", "", "en"))
    (reason,) = [reason for reason in flags.reasons if reason.rule == "licence-event"]
    assert (reason.field, reason.words) == ("title", "grants")


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        (
            "Example Digital gets Hong Kong crypto licence, Sampla Exchange's application returned",
            ("returned", "Sampla"),
        ),
        (
            "SFC grants licence to Example Digital and returns application of Sampla Markets",
            ("returned", "Sampla Markets"),
        ),
        (
            "Sampla withdraws Hong Kong licence application as Example Digital wins VATP licence",
            ("withdrawn", "Sampla"),
        ),
        ("Example Digital obtains Hong Kong VATP licence while SFC revokes licence of Sampla", ("revoked", "Sampla")),
        (
            "SFC revokes licence of Sampla while Example Digital obtains VATP licence in Hong Kong",
            ("revoked", "Sampla"),
        ),
        ("證監會向Example Digital發牌，Sampla撤回牌照申請", ("withdrawn", "Sampla")),
        ("證監會退回Sampla的牌照申請，Example Digital獲發牌", ("returned", "Sampla")),
        ("Sampla's Hong Kong VATP licence application returned", ("returned", "Sampla")),
    ],
)
def test_of_two_events_in_a_headline_the_firm_is_that_of_the_event_told(title: str, wanted: tuple[str, str]) -> None:
    found = event(title)
    assert found is not None
    assert (found.event.value, [one.firm for one in found.firms]) == (wanted[0], [wanted[1]])


def test_firms_of_the_dictionary_are_not_given_the_event_of_another_clause() -> None:
    firms = EntityIndex((Entity("a", "Aaa", ("Aaatest",)), Entity("b", "Bbb", ("Bbbtest",))), FOLDER)
    classifier = Classifier(load_rule_packs([RESOURCES / "rules"]), FOLDER, firms)

    def named(title: str) -> tuple[str, list[str]]:
        found = classifier.classify(FlagInput(title, "", "")).licence_event
        assert found is not None
        return found.event.value, [one.firm for one in found.firms]

    assert named("Aaatest obtains VATP licence in Hong Kong, Bbbtest application returned") == ("returned", ["Bbb"])
    assert named("Aaatest application returned, Bbbtest obtains VATP licence in Hong Kong") == ("returned", ["Aaa"])
    assert named("SFC grants virtual asset trading platform licences to Aaatest and Bbbtest")[1] == ["Aaa", "Bbb"]
    assert named("Aaatest and Bbbtest obtain VATP licences in Hong Kong") == ("granted", ["Aaa", "Bbb"])
