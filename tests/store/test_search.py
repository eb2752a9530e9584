# SPDX-License-Identifier: MIT
"""Finding: words, Chinese, fields, negation, against SQLite's own index."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hkwatch.domain.commands import Mark
from hkwatch.domain.decide import Change
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, Entry, Level, Topic
from hkwatch.domain.query import QueryError, parse_query
from hkwatch.store import index, items, pages, retention, view_counts
from hkwatch.store.db import migrations, transaction

from .stored import FOLDER, NOW, add, add_texts, find, flags, new_item, revise, titles

RUN = re.compile("[\u4e00-\u9fff]+")
LATIN = re.compile("[a-z0-9]+")
TOKEN = re.compile("[a-z0-9_\u4e00-\u9fff]+")


@pytest.fixture
def english(db: sqlite3.Connection) -> sqlite3.Connection:
    add(
        db,
        *(
            new_item(title, text, at=NOW + timedelta(seconds=n))
            for n, (title, text) in enumerate(
                [
                    ("Licence granted", "A virtual asset platform may open"),
                    ("Licensing regime", "An asset that is virtual"),
                    ("AI and VA", "of the SFC's own; vat, aid"),
                    ("BTC above US$95,000", "spot e-money ETF2"),
                ]
            )
        ),
    )
    return db


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("licence", ["Licence granted"]),
        ("LICENCE", ["Licence granted"]),
        ("ｌｉｃｅｎｃｅ", ["Licence granted"]),
        ("licen", ["Licensing regime", "Licence granted"]),
        ("lic", ["Licensing regime", "Licence granted"]),
        ("li", []),
        ("va", ["AI and VA"]),
        ("ai", ["AI and VA"]),
        ("icence", []),
        ("virtual asset", ["Licensing regime", "Licence granted"]),
        ('"virtual asset"', ["Licence granted"]),
        ('"asset virtual"', []),
        ('"asset that is virtual"', ["Licensing regime"]),
        ('"virtual ass"', []),
        ("virtual licence", ["Licence granted"]),
        ("granted platform", ["Licence granted"]),
        ("95,000", ["BTC above US$95,000"]),
        ("us$95,000", ["BTC above US$95,000"]),
        ("sfc", ["AI and VA"]),
        ("SFC's", ["AI and VA"]),
        ("e-money", ["BTC above US$95,000"]),
        ("etf", ["BTC above US$95,000"]),
        ("nothing", []),
        ("asset -regime", ["Licence granted"]),
        ("asset -licens", ["Licence granted"]),
        ('asset -"virtual asset"', ["Licensing regime"]),
        ("-asset", ["BTC above US$95,000", "AI and VA"]),
        ("-asset -btc", ["AI and VA"]),
        ("-nothing -btc", ["AI and VA", "Licensing regime", "Licence granted"]),
        ("", ["BTC above US$95,000", "AI and VA", "Licensing regime", "Licence granted"]),
    ],
)
def test_english(english: sqlite3.Connection, text: str, found: list[str]) -> None:
    assert titles(english, text) == found


CHINESE = [
    "證監會發出牌照",
    "证监会发出通函",
    "銀行業監管,會見傳媒",
    "現貨ETF上市",
    "牌、照",
    "持牌",
]


@pytest.fixture
def chinese(db: sqlite3.Connection) -> sqlite3.Connection:
    add_texts(db, CHINESE)
    return db


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("牌照", [0]),
        ("證監會", [0, 1]),
        ("证监会", [0, 1]),
        ("監會", [0, 1]),
        ("監管會", []),
        ("管會見", []),
        ("證會", []),
        ("發出牌照", [0]),
        ("證監會 牌照", [0]),
        ("牌", [0, 4, 5]),
        ("照", [0, 4]),
        ("證", [0, 1]),
        ("會", [0, 1, 2]),
        ("媒", [2]),
        ("現貨ETF", [3]),
        ("现货etf", [3]),
        ("ETF上市", [3]),
        ("貨ETF", [3]),
        ("現貨BTC", []),
        ("證監會 -牌照", [1]),
        ("-證監會", [2, 3, 4, 5]),
        ("-牌", [1, 2, 3]),
        ('"證監會發出"', [0, 1]),
        ("證監會,牌照", [0]),
    ],
)
def test_chinese(chinese: sqlite3.Connection, text: str, found: list[int]) -> None:
    texts = [items.texts_of(chinese, item)[0][2] for item in find(chinese, text)]
    assert texts == [CHINESE[n] for n in reversed(found)]


def test_a_word_is_not_found_across_the_border_of_two_languages(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("發牌", "照", lang="zh-Hant"))
    revise(db, item, Entry("照會", "https://example.test/1", "zh-Hans", text="x"), Change.LANGUAGE)
    assert find(db, "牌照") == []
    assert find(db, "照會") == [item]


@pytest.fixture
def fields(db: sqlite3.Connection) -> dict[str, ItemId]:
    """One item for each property, by a short name."""
    made = {
        "policy": new_item(
            ref="26PR107",
            verdict=flags(Topic.SFC, Topic.LICENCE, doc_type=DocType.POLICY, level=Level.HIGH, flag=True),
            source="sfc-press-en",
        ),
        "speech": new_item(
            ref="26PR1",
            verdict=flags(doc_type=DocType.SPEECH, level=Level.LOW),
            publisher="hkma",
            source="hkma-speeches",
        ),
        "critical": new_item(
            verdict=flags(Topic.BTC_THRESHOLD, level=Level.CRITICAL), publisher="rthk", source="rthk-en"
        ),
        "chinese": new_item("牌照", lang="zh-Hant", publisher="rthk", source="rthk-zh", verdict=flags(Topic.BTC_PRICE)),
        "simplified": new_item("牌照", lang="zh-Hans", publisher="hkma", source="hkma-zh"),
    }
    for n, (name, item) in enumerate(made.items()):
        made[name] = item.__class__(
            **{**{s: getattr(item, s) for s in item.__slots__}, "sort_at": NOW + timedelta(seconds=n)}
        )
    return dict(zip(made, add(db, *made.values()), strict=True))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("src:sfc", ["policy"]),
        ("src:SFC", ["policy"]),
        ("src:hkma-speeches", ["speech"]),
        ("src:sfc,hkma", ["policy", "speech", "simplified"]),
        ("-src:sfc,hkma", ["critical", "chinese"]),
        ("-src:hkma-speeches", ["policy", "critical", "chinese", "simplified"]),
        ("src:rthk -src:rthk-en", ["chinese"]),
        ("src:nobody", []),
        ("label:licence", ["policy"]),
        ("label:sfc,btc_threshold", ["policy", "critical"]),
        ("-label:sfc", ["speech", "critical", "chinese", "simplified"]),
        ("-label:btc_price", ["policy", "speech", "critical", "simplified"]),
        ("type:speech", ["speech"]),
        ("-type:speech,press", ["policy"]),
        ("level:high", ["policy"]),
        ("level:high..", ["policy", "critical"]),
        ("level:low..", ["policy", "speech", "critical", "chinese", "simplified"]),
        ("-level:high..", ["speech", "chinese", "simplified"]),
        ("level:low,critical", ["speech", "critical"]),
        ("lang:zh", ["chinese", "simplified"]),
        ("lang:zh-hant", ["chinese"]),
        ("lang:zh-Hans,en", ["policy", "speech", "critical", "simplified"]),
        ("-lang:zh", ["policy", "speech", "critical"]),
        ("-lang:zh-hant", ["policy", "speech", "critical", "simplified"]),
        ("ref:26PR107", ["policy"]),
        ("ref:26pr107", ["policy"]),
        ("ref:26PR1", ["speech"]),
        ("ref:26PR*", ["policy", "speech"]),
        ("-ref:26PR*", ["critical", "chinese", "simplified"]),
        ("-ref:26pr1", ["policy", "critical", "chinese", "simplified"]),
        ("is:flagged", ["policy"]),
        ("is:new", ["policy", "speech", "critical", "chinese", "simplified"]),
        ("牌照 -lang:zh-hans", ["chinese"]),
        ("-牌照 src:hkma", ["speech"]),
        ("-牌照 level:critical", ["critical"]),
        ("-牌照 -src:sfc is:unread", ["speech", "critical"]),
    ],
)
def test_fields(db: sqlite3.Connection, fields: dict[str, ItemId], text: str, found: list[str]) -> None:
    names = {item: name for name, item in fields.items()}
    assert [names[item] for item in reversed(find(db, text))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("is:unread", ["new", "seen", "starred"]),
        ("is:new", ["new", "starred"]),
        ("is:seen", ["seen"]),
        ("is:read", ["read", "acked"]),
        ("is:read,seen", ["seen", "read", "acked"]),
        ("-is:read", ["new", "seen", "starred"]),
        ("is:starred", ["starred"]),
        ("is:acked", ["acked"]),
        ("-is:acked is:read", ["read"]),
        ("is:archived", ["archived"]),
        ("is:archived,starred", ["starred", "archived"]),
        ("-is:archived", ["new", "seen", "read", "starred", "acked"]),
        ("", ["new", "seen", "read", "starred", "acked"]),
        ("title", ["new", "seen", "read", "starred", "acked"]),
        ("title is:archived", ["archived"]),
    ],
)
def test_the_users_own_state(db: sqlite3.Connection, text: str, found: list[str]) -> None:
    marks = {
        "new": [],
        "seen": [Mark.SEEN],
        "read": [Mark.READ],
        "starred": [Mark.STAR],
        "acked": [Mark.ACKNOWLEDGE],
        "archived": [Mark.ARCHIVE],
    }
    names = {}
    for n, (name, what) in enumerate(marks.items()):
        (item,) = add(db, new_item("Title", at=NOW + timedelta(seconds=n)))
        names[item] = name
        for one in what:
            items.mark_items(db, [item], one, "", NOW)
    assert [names[item] for item in reversed(find(db, text))] == found


def test_revised_items_are_found_as_such(db: sqlite3.Connection) -> None:
    one, _ = add(db, new_item(), new_item())
    revise(db, one, Entry("New title", "https://example.test/1", "en", text="text"))
    assert find(db, "is:revised") == [one]


@pytest.mark.parametrize("text", ["—", "…", "licence —", '"!?"', "-—"])
def test_a_text_with_nothing_to_find_is_an_error(db: sqlite3.Connection, text: str) -> None:
    with pytest.raises(QueryError, match="nothing-to-find"):
        find(db, text)


@pytest.mark.parametrize(
    "text", ["AND", "OR", "NOT", "NEAR(a,b)", "words:", "a*", "^a", "a'b", "{words}", "(licence)", "--x", ";"]
)
def test_the_indexs_own_language_means_nothing_here(db: sqlite3.Connection, text: str) -> None:
    try:
        find(db, text)
    except QueryError:
        pass


def test_a_whole_page_pasted_into_the_box_is_searched_for(db: sqlite3.Connection) -> None:
    words = [f"word{n}" for n in range(3000)]
    (item,) = add_texts(db, [" ".join(words)])
    assert find(db, " ".join(words)) == [item]
    assert find(db, " ".join([*words, "missing"])) == []
    assert find(db, " ".join(f"-x{n}" for n in range(3000))) == [item]


def test_an_item_revised_fifty_times_is_found_by_its_last_words_only(db: sqlite3.Connection) -> None:
    item, other = add_texts(db, ["revision0 first 初稿", "revision0 of another item"])
    for n in range(1, 51):
        revise(db, item, Entry(f"T{n}x", "https://example.test/1", "en", text=f"revision{n} 第{'甲乙丙丁'[n % 4]}版"))
        with transaction(db):
            items.set_flags(db, item, flags(Topic.ETF if n % 2 else Topic.OTHER, level=Level(n % 4)), "en")
            index.index_item(db, item, FOLDER)
    assert find(db, "revision0") == [other]
    assert [n for n in range(1, 51) if find(db, f'"revision{n}"')] == [50]
    assert find(db, "revision50 第丙版") == [item]
    assert find(db, "初稿") == find(db, "第甲版") == []
    assert find(db, "label:other") == [item]
    assert find(db, "label:etf") == []
    assert find(db, "level:high") == [item]
    db.execute("INSERT INTO item_fts (item_fts) VALUES ('integrity-check')")
    assert words_in_index(db) == words_in_table(db)


def test_new_properties_leave_the_entries_of_the_texts_alone(db: sqlite3.Connection) -> None:
    item, other = add_texts(db, ["custody 牌照 label_etf", "custody of another item"])
    for n in range(1, 9):
        with transaction(db):
            items.set_flags(db, item, flags(Topic.ETF if n % 2 else Topic.SFC, level=Level(n % 4)), "en")
            index.index_facets(db, item)
        assert set(find(db, "custody")) == {item, other}
        assert find(db, "牌照") == [item]
        assert find(db, "label:etf") == ([item] if n % 2 else [])
        assert find(db, "label:sfc") == ([] if n % 2 else [item])
        assert words_in_index(db) == words_in_table(db)
    db.execute("INSERT INTO item_fts (item_fts) VALUES ('integrity-check')")
    with transaction(db):
        retention._remove(db, item)
    assert find(db, "custody") == [other]
    assert words_in_index(db) == words_in_table(db)


def test_indexing_what_did_not_change_writes_nothing(db: sqlite3.Connection) -> None:
    (item,) = add_texts(db, ["licence"])
    before = db.total_changes
    with transaction(db):
        index.index_item(db, item, FOLDER)
    assert db.total_changes == before


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("证监会", "证监 监会 会 _"),
        ("牌", "牌 _"),
        ("牌照,证", "牌照 照 _ 证 _"),
        ("etf", ""),
        ("", ""),
    ],
)
def test_chinese_tokens(text: str, tokens: str) -> None:
    assert index.chinese_tokens(text) == tokens


def words_in_index(db: sqlite3.Connection) -> list[tuple[str, int, str, int]]:
    """Every word with its row, column and place: for a contentless table the only way to see what it holds."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.held USING fts5vocab (main, item_fts, instance)")
    return sorted(db.execute('SELECT term, doc, col, "offset" FROM temp.held').fetchall())


def words_in_table(db: sqlite3.Connection) -> list[tuple[str, int, str, int]]:
    """What the index must hold: `item_index` word by word."""
    found = []
    for item, *held in db.execute("SELECT item_id, words, bigrams, facets FROM item_index").fetchall():
        for column, text in zip(("words", "bigrams", "facets"), held, strict=True):
            found += [(word, item, column, place) for place, word in enumerate(TOKEN.findall(text))]
    return sorted(found)


PIECES = st.sampled_from(
    [
        "licence",
        "Licences",
        "va",
        "VAT",
        "etf",
        "ETF2",
        "x_y",
        " ",
        ",",
        "-",
        "\n",
        "é",
        "牌照",
        "牌",
        "照",
        "證監會",
        "证监",
        "監",
        "會見",
        " ",
    ]
)
TEXTS = st.lists(PIECES, max_size=8).map("".join)
WORDS = st.sampled_from(
    [
        "licence",
        "lic",
        "licences",
        "va",
        "vat",
        "etf",
        "et",
        "x_y",
        "牌照",
        "牌",
        "照",
        "證監會",
        "监会",
        "會",
        "見",
        "現貨ETF",
        "牌照VA",
    ]
)


@pytest.fixture(scope="module")
def memory() -> Iterator[sqlite3.Connection]:
    """A database in memory, shared by many examples: each empties it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for _, step in migrations():
            connection.executescript(step.read_text("utf-8"))
        yield connection


def clear(db: sqlite3.Connection) -> None:
    with transaction(db):
        db.execute("INSERT INTO item_fts (item_fts) VALUES ('delete-all')")
        for table in ("item_index", "item_text", "revision", "item"):
            db.execute(f"DELETE FROM {table}")


def holds(text: str, word: str) -> bool:
    """Whether a text holds a search word, by looking at it."""
    folded, wanted = FOLDER.fold(text), FOLDER.fold(word)
    held = LATIN.findall(folded)
    latin = all(
        any(one == part or (len(part) > 2 and one.startswith(part)) for one in held) for part in LATIN.findall(wanted)
    )
    return latin and all(any(part in run for run in RUN.findall(folded)) for part in RUN.findall(wanted))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(TEXTS, min_size=1, max_size=6),
    st.lists(st.tuples(st.booleans(), WORDS), min_size=1, max_size=3),
    st.data(),
)
def test_the_index_finds_what_looking_at_every_text_finds(
    memory: sqlite3.Connection, texts: list[str], terms: list[tuple[bool, str]], data: st.DataObject
) -> None:
    clear(memory)
    ids = add_texts(memory, texts)
    for place in data.draw(st.lists(st.integers(0, len(texts) - 1), max_size=4), label="revised"):
        texts[place] = data.draw(TEXTS, label="to")
        revise(memory, ids[place], Entry("T", "https://example.test/1", "en", text=texts[place]))
    expected = [
        item
        for item, text in zip(ids, texts, strict=True)
        if all(holds(f"T\n{text}", word) is not negated for negated, word in terms)
    ]
    query = " ".join(("-" if negated else "") + word for negated, word in terms)
    assert find(memory, query) == list(reversed(expected))
    assert words_in_index(memory) == words_in_table(memory)


@given(st.text(max_size=30))
def test_any_text_typed_finds_or_is_refused(memory: sqlite3.Connection, text: str) -> None:
    try:
        pages.page(memory, parse_query(text), FOLDER, now=NOW)
        view_counts.counts(memory, parse_query(text), FOLDER, NOW)
    except QueryError:
        pass
