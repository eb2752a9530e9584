# SPDX-License-Identifier: MIT
"""Text made comparable: width, case and script folded away, so that 證監會 finds 证监会 and ＢＴＣ finds btc.

Folded text serves matching and the search index, never display. The character table is data (a file read elsewhere).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CJK_RUN = re.compile(f"[{_CJK}]+")
_MARKS = re.compile(r"[\W_]+")
_WORD = re.compile(r"[a-z0-9]+")

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

    def aligned(self, text: str) -> str:
        """`text` folded character by character: same length, so an offset in it is an offset in the original.

        What would change the length (`…`, `㈱`, `ß`) stays as it is.
        """
        if text.isascii():
            return text.lower().replace("\t", " ")
        table = self._aligned
        if table is None:
            table = self._aligned = _aligned(self._script)
        return text.translate(table)

    def fold(self, text: str) -> str:
        """NFKC, casefold, Traditional to Simplified. The length may change; folding twice changes nothing."""
        if text.isascii():
            # Most text in English; normalising it would change nothing and cost ten times as much.
            return text.lower()
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
    """For each character, up to the last that changes, what it is folded to."""
    # A full table: a missing key makes str.translate raise and swallow a LookupError, which costs three times as much.
    aligned: dict[int, str] = {code: chr(code) for code in range(0x3400, 0xA000)}
    for first, last in ((0x80, 0x3400), (0xF900, 0xFB00), (0xFE30, 0x10000)):
        for code in range(first, last):
            aligned[code] = _one_to_one(chr(code))
    for code, target in simple.items():
        aligned[code] = target
    for code in range(0x80):
        aligned[code] = chr(code).lower()
    for char, target in _LOOKALIKE.items():
        aligned[ord(char)] = target
    for code, char in aligned.items():
        if ord(char) in simple and code not in simple:
            aligned[code] = simple[ord(char)]
    # A list: a place in a row is found faster than a key among sixty thousand. What lies beyond stays as it is.
    return [ord(aligned.get(code, chr(code))) for code in range(max(aligned) + 1)]
