# SPDX-License-Identifier: MIT
"""The names of firms that no dictionary knows, by how names look beside a licence event.

«… Limited», «…有限公司», a run of capitalised words before the verb or after «to», a name in 「quotation marks」.
"""

import re
from collections.abc import Iterable

from hkwatch.domain.lexicon import Span

_SUFFIXED = re.compile(
    r"\b(?:Limited|Ltd|Inc|LLC|PLC|Plc|AG|Bank|Securities|Capital|Holdings|Group|Technologies|Technology|Markets|Fintech"
    r"|FinTech|Trust|Finance|Labs|Pay|Asset Management)\b\.?$"
)
_CAPITAL_RUN = re.compile(
    r"[A-Z0-9][A-Za-z0-9.&'’-]*"
    r"(?:[ ](?:\([A-Z][A-Za-z ]+\)|of(?=[ ][A-Z])|and(?=[ ][A-Z]\w+[ ](?:Limited|Bank))|&|[A-Z0-9][A-Za-z0-9.&'’-]*))*"
)
_LEAD_IN = re.compile(r"\b(?:to|of|from|by|for)\s+(?:[a-z][a-z-]*\s+){0,5}")
_ZH_COMPANY = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9()（）· ]{2,24}?"
    r"(?:有限公司|集[團团]|[銀银]行|[證证]券|[國国][際际]|科技|交易所|[資资][產产]管理|保[險险]公司|信托|信託)(?:有限公司)?"
)
_ZH_QUOTED = re.compile(r"[「『“《]([^「」『』“”《》]{2,30})[」』”》]")
_ZH_LATIN = re.compile(r"[A-Z][A-Za-z0-9.&'-]*(?:[ ][A-Z][A-Za-z0-9.&'-]*)*")
_ZH_JOINS = re.compile("[及、和與与]")
_ZH_LEADS = re.compile(
    r"^(?:.*(?:向|予|給|给|對|对|至|指|稱|称|旗下|[據据](?:報|报|悉)|消息|快[訊讯]|平台(?!有限)|公司(?=.)"
    r"|拒[絕绝]|撤[銷销回]|[暫暂][時时停]|吊[銷销]))"
)
_ZH_NOT = re.compile(
    "[監监]管|[證证][監监][會会]|金管局|公布|宣布|[虛虚][擬拟]|加密|首[批張张家]|持牌|[穩稳]定[幣币]|[數数]字|[經经][營营]|布局|"
    "加速|[條条]例|^交易所|牌照|申[請请]|香港$|[個个兩两三四五]|的|多家|一[名間间家]|可以|才可|有限制"
)
_TAGS = ("-linked", "-based", "-backed", "-connected", "-listed", "-licensed", "-friendly", "-owned", "-regulated")
_OPENING = frozenset({"the", "and", "of", "sfc", "hkma", "regulator", "crypto", "exchange", "broker", "platform"})
_OWNERS = ("'s", "’s")
_MOST_WORDS = 7
_MOST_FIRMS = 4
_CJK_SHARE = 4
"""A sentence is Chinese when at least one character in so many is."""


class NameFinder:
    """Finds names. `describes` are words that open a headline or describe a firm and begin no name, `ends` those that
    end one, all in lower case. Immutable, safe to share between threads.
    """

    def __init__(self, describes: Iterable[str], ends: Iterable[str]) -> None:
        self._describes = frozenset(describes)
        self._ends = frozenset(ends)

    def near(self, original: str, span: Span, *, giving: bool) -> tuple[str, ...]:
        """The firms that an event word at `span` speaks of; empty where nothing near it looks like a name.

        `original` is the sentence as written. `giving` says that an authority is the one who acts, so that the firm
        follows.
        """
        if sum(1 for char in original if "\u4e00" <= char <= "\u9fff") * _CJK_SHARE > len(original):
            return self._chinese(original, span, giving=giving)
        before, after = original[: span[0]], original[span[1] :]
        name = self._english_after(after) if giving else self._english_before(before)
        if name is None and not giving and not _CAPITAL_RUN.search(before):
            name = self._english_after(after)
        return (name,) if name else ()

    def _english_before(self, head: str) -> str | None:
        for run in reversed(list(_CAPITAL_RUN.finditer(head))):
            if name := self._trimmed(run.group()):
                return name
        return None

    def _english_after(self, tail: str) -> str | None:
        """The name right after the verb, the one after «to» or «of», or the first that ends like a firm's."""
        starts = [len(tail) - len(tail.lstrip()), *(m.end() for m in _LEAD_IN.finditer(tail))]
        for start in starts:
            run = _CAPITAL_RUN.match(tail, start)
            if run and (name := self._trimmed(run.group())):
                return name
        for run in _CAPITAL_RUN.finditer(tail):
            if _SUFFIXED.search(run.group()) and (name := self._trimmed(run.group())):
                return name
        return None

    def _trimmed(self, run: str) -> str | None:
        """A run of capitals without the words that only describe; None when nothing is left."""
        words = _no_owner(run).split(" ")
        tag = max((n for n, word in enumerate(words[:-1]) if word.endswith(_TAGS)), default=-1)
        words = words[tag + 1 :]
        if _SUFFIXED.search(" ".join(words)) and len(words) > 1:
            # A legal name may begin with what elsewhere describes: «Hong Kong Example Limited».
            while len(words) > 2 and _bare(words[0]) in _OPENING:
                words.pop(0)
            return None if self._only_describe(words[:-1]) else " ".join(words)
        owner = max((n for n, word in enumerate(words[:-1]) if word.endswith(_OWNERS)), default=-1)
        owned = words[owner + 1 :]
        # «Example Exchange's licence»: nothing is left of what is owned, so the owner is the firm.
        words = words[: owner + 1] if self._only_describe(owned) else owned
        while words and (_bare(words[0]) in self._describes or words[0].endswith(_TAGS)):
            words.pop(0)
        end = next((n for n, word in enumerate(words) if n and _bare(word) in self._ends), len(words))
        name = _no_owner(" ".join(words[:end]).rstrip("."))
        return None if len(name) < 2 or name.replace(",", "").isdigit() or end > _MOST_WORDS else name

    def _only_describe(self, words: Iterable[str]) -> bool:
        return all(_bare(word) in self._describes or word.isdigit() for word in words)

    def _chinese(self, original: str, span: Span, *, giving: bool) -> tuple[str, ...]:
        low = max(original.rfind(mark, 0, span[0]) for mark in "，。；：！!？?:\n") + 1
        high = min((at for mark in "，。；！？\n" if (at := original.find(mark, span[1])) >= 0), default=len(original))
        before, after = original[low : span[0]], original[span[1] : high]
        # 向某公司發牌 and 某公司獲發牌 have the name first; only 批出牌照予某公司 has it last.
        for part in (after, before) if giving and "向" not in before else (before, after):
            if names := self._chinese_names(part):
                return tuple(dict.fromkeys(names))[:_MOST_FIRMS]
        return ()

    def _chinese_names(self, part: str) -> list[str]:
        quoted = [found.group(1) for found in _ZH_QUOTED.finditer(part)]
        names = [q for q in quoted if (_ZH_COMPANY.fullmatch(q) or _ZH_LATIN.search(q)) and not _ZH_NOT.search(q)]
        if names:
            return names
        for piece in _ZH_JOINS.split(part):
            for company in _ZH_COMPANY.finditer(piece):
                firm = _ZH_LEADS.sub("", company.group()).strip()
                if len(firm) > 2 and not _ZH_NOT.search(firm):
                    names.append(firm)
        if names:
            return names
        runs = [run.group() for run in _ZH_LATIN.finditer(part)]
        return [name for run in runs if len(run) > 2 and (name := self._trimmed(run))]


def _bare(word: str) -> str:
    return _no_owner(word.lower()).strip(".&'’")


def _no_owner(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")
