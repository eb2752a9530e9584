# SPDX-License-Identifier: MIT
"""Text made comparable: width, case and script folded away, so that 證監會 finds 证监会 and ＢＴＣ finds btc.

Folded text serves matching and the search index, never display. The character table is data (a file read elsewhere).
"""

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Mapping

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = re.compile(r"[\W_]+")
_WORD = re.compile(r"[a-z0-9]+")

# Each of these is folded the same wherever it stands: none joins the one before it. Most text in Chinese, and all in
# English that is not plain, is made of them alone.
_ALONE = (
    (0x00, 0x100),
    (0x2010, 0x2028),
    (0x2030, 0x205F),
    (0x20A0, 0x20C1),
    (0x2100, 0x2150),
    (0x3000, 0x302A),
    (0x3400, 0x4DC0),
    (0x4E00, 0xA000),
    (0xF900, 0xFB00),
    (0xFF01, 0xFF5F),
)
_ALL_ALONE = re.compile(f"[{''.join(f'{chr(low)}-{chr(high - 1)}' for low, high in _ALONE).replace(chr(92), '')}]*")
_CUT = "\u2026"
"""A text that was cut short ends so, and is often plain English but for that sign."""
_SELDOM = 100
_UNIFIED = range(0x3400, 0xA000)
"""Characters that only the table of scripts changes."""
_FIRST_BEYOND = 0x10000
_BEYOND = re.compile(f"[{chr(_FIRST_BEYOND)}-{chr(0x10FFFF)}]")
"""Signs and rare characters that no table in memory has a place for: it would be three times as long."""

# Characters that look alike and are typed for one another; all of them stay one character long.
_LOOKALIKE = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\t": " ",
}


class Folder:
    """Folds text with one table from Traditional to Simplified characters.

    `table` maps single characters to single characters; longer keys or values are ignored. The first `aligned` text that
    is not plain English costs some 20 ms, so one is made at the start and passed on. Safe to share between threads.
    """

    def __init__(self, table: Mapping[str, str], rules: Callable[[], Mapping[str, Iterable[str]]] = dict) -> None:
        """`rules` gives what the English sentence of each shipped rule is in other languages, when first asked for."""
        self._rules = rules
        self._sentences: dict[str, frozenset[str]] | None = None
        simple = {ord(k): v for k, v in table.items() if len(k) == 1 and len(v) == 1}
        self._script = simple
        self._aligned: list[int] | None = None
        self._beyond = {chr(code): target for code, target in simple.items() if code >= _FIRST_BEYOND}
        self._alone: list[int | str] | None = None
        self._seldom = _SELDOM
        self._latest = ("", "")

    def aligned(self, text: str) -> str:
        """`text` folded character by character: same length, so an offset in it is an offset in the original.

        What would change the length (`…`, `㈱`, `ß`) stays as it is.
        """
        if text.isascii():
            return text.lower().replace("\t", " ")
        if text[-1] == _CUT and (rest := text[:-1]).isascii():
            return rest.lower().replace("\t", " ") + _CUT
        # Rules, firms and licences are looked for in the same text, one after the other.
        known, found = self._latest
        if known == text:
            return found
        table = self._aligned
        if table is None:
            table = self._aligned = _aligned(self._script)
        found = text.translate(table)
        if _BEYOND.search(text) is not None:
            found = _BEYOND.sub(self._rare, found)
        self._latest = (text, found)
        return found

    def fold(self, text: str) -> str:
        """NFKC, casefold, Traditional to Simplified. The length may change; folding twice changes nothing."""
        if text.isascii():
            # Most text in English; normalising it would change nothing and cost ten times as much.
            return text.lower()
        if text[-1] == _CUT and (rest := text[:-1]).isascii():
            return rest.lower() + "..."
        if _ALL_ALONE.fullmatch(text):
            table = self._alone
            if table is not None:
                return text.translate(table)
            # Who folds a search now and then need not wait for a table.
            self._seldom -= 1
            if self._seldom < 0:
                self._alone = self._table_of_alone()
        return self._whole(text)

    def _rare(self, found: re.Match[str]) -> str:
        return self._beyond.get(found[0], found[0])

    def _whole(self, text: str) -> str:
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
        return folded.translate(self._script)

    def key(self, name: str) -> str:
        """A name without case, script, blanks and marks; empty where nothing is left."""
        return _MARKS.sub("", self.fold(name))

    def sentences(self, name: str, *, is_prefix: bool = False) -> frozenset[str]:
        """The English sentences of the shipped rules that are called so in another language, or beginning so."""
        known = self._sentences
        if known is None:
            found: dict[str, set[str]] = {}
            for sentence, names in self._rules().items():
                for one in names:
                    found.setdefault(self.key(one), set()).add(sentence)
            known = self._sentences = {key: frozenset(all_of) for key, all_of in found.items()}
        wanted = self.key(name)
        if not is_prefix:
            return known.get(wanted, frozenset())
        return frozenset(one for key, all_of in known.items() if key.startswith(wanted) for one in all_of)

    def _table_of_alone(self) -> list[int | str]:
        """For each of the characters that are folded by themselves what it becomes, a number where that is one."""
        self.aligned("\u2019")
        assert self._aligned is not None
        # The numbers are shared with the other table: there are sixty thousand.
        table: list[int | str] = list(self._aligned[: _ALONE[-1][1]])
        for low, high in _ALONE:
            for code in range(low, high):
                if code not in _UNIFIED:
                    table[code] = self._whole(chr(code))
        return table

    def words(self, text: str) -> list[str]:
        """Latin and digit words of the folded text, in order: `現貨ETF上市` gives etf."""
        return _WORD.findall(self.fold(text))


def is_word_char(char: str) -> bool:
    """Whether a folded character belongs to a Latin word. Chinese does not, so ETF in 現貨ETF上市 is a word of its own."""
    return "a" <= char <= "z" or "0" <= char <= "9"


def _one_to_one(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char).casefold()
    return folded if len(folded) == 1 else char


def _aligned(simple: Mapping[int, str]) -> list[int]:
    """For each character before `_FIRST_BEYOND` what it is folded to."""
    # A full table: a missing key makes str.translate raise and swallow a LookupError, which costs three times as much.
    # Of plain numbers first: a dictionary of sixty thousand characters takes twice as long.
    table = array("I", range(_FIRST_BEYOND))
    for first, last in ((0x80, 0x3400), (0xF900, 0xFB00), (0xFE30, 0x10000)):
        for code in range(first, last):
            table[code] = ord(_one_to_one(chr(code)))
    for code, target in simple.items():
        if code < _FIRST_BEYOND:
            table[code] = ord(target)
    for code in range(0x80):
        table[code] = ord(chr(code).lower())
    for char, target in _LOOKALIKE.items():
        table[ord(char)] = ord(target)
    for code, folded in enumerate(table):
        if folded in simple and code not in simple:
            table[code] = ord(simple[folded])
    # A list: a place in it is found faster than a key among sixty thousand, and its numbers need not be made at each look.
    # What lies beyond stays as it is.
    return table.tolist()
