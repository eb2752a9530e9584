# SPDX-License-Identifier: MIT
"""Whole queries against stored items: what SQL finds is what looking at each item finds."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from hkwatch.domain.commands import Mark
from hkwatch.domain.deadline import DeadlineKind
from hkwatch.domain.decide import Change
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.entities import Entity
from hkwatch.domain.flags import Reason
from hkwatch.domain.ids import ItemId, MuteId
from hkwatch.domain.item import DocType, Entry, ItemState, Level, Topic
from hkwatch.domain.licence_event import Happening, LicenceEvent, Licensee
from hkwatch.domain.query import QueryError, parse_query
from hkwatch.domain.query_firms import firms_named
from hkwatch.domain.query_item import QueryItem, QueryText
from hkwatch.domain.query_match import Matcher
from hkwatch.store import deadlines, firms, items, pages, prices, stories, view_counts
from hkwatch.store.db import open_writer, transaction
from hkwatch.store.plan import plan

from .stored import FOLDER, NOW, add, find, flags, new_item, revise, titles

TITLES = [
    "Licence granted",
    "SFC fines",
    "牌照",
    "證監會發牌",
    "Virtual asset",
    "virtual",
    "ETF HK$9 m",
    "現貨ETF",
    "x_y",
]
BODIES = [
    "",
    "virtual asset platform",
    "asset, virtual",
    "granted",
    "牌照及證監會",
    "HK$12 m fine",
    "va vat",
    "Licence",
]
DAYS = [timedelta(0), timedelta(hours=3), timedelta(days=1), timedelta(days=8), timedelta(days=40)]


@dataclass(frozen=True)
class Made:
    """An item as it is stored and as it is in memory."""

    new: items.NewItem
    second: QueryText | None
    marks: tuple[Mark, ...]
    item: QueryItem
    deadline: deadlines.NewDeadline | None


REASONS = (
    Reason("sfc-own", "sfc", "source", "sfc", 0, 0, "The SFC says so"),
    Reason("vatp", "licence", "title", "x", 0, 1, "VATP licences"),
)
FIRMS = (
    Entity("example", "Example Digital", ("Example Digital Ltd", "例證數字"), ce="ZZZ001"),
    Entity("sample", "Sample", ("Sample Exchange",), ("Simple",), ce="ZZZ002", licence="XX9"),
)
EVENTS = (
    LicenceEvent(
        Happening.GRANTED, (Licensee("Nobody & Co", "ZZZ777"), Licensee("Sample", "", "sample")), None, True, 0, 1
    ),
    LicenceEvent(Happening.REFUSED, (), None, True, 0, 1),
)
HOUR = timedelta(hours=1)
LABELS = ["my-own", "My_Own2", "穩定幣", "résumé", "resume"]


HOLIDAYS = frozenset({date(2026, 11, 27), date(2026, 12, 25)})
LAST_DAYS = [NOW.date() + timedelta(days=days) for days in (-40, -1, 0, 1, 2, 3, 5, 12, 19, 40)]


def deadline(day: date) -> deadlines.NewDeadline:
    return deadlines.NewDeadline("sfc", "", None, "Dealing", DeadlineKind.COMMENTS, None, day, day, None)


@st.composite
def made(draw: st.DrawFn) -> Made:
    title, body = draw(st.sampled_from(TITLES)), draw(st.sampled_from(BODIES))
    lang = draw(st.sampled_from(["en", "zh-Hant", "zh-Hans"]))
    second = draw(
        st.none()
        | st.builds(
            QueryText,
            st.sampled_from([one for one in ("en", "zh-Hant", "zh-Hans") if one != lang]),
            st.sampled_from(TITLES),
            st.sampled_from(BODIES),
        )
    )
    publisher = draw(st.sampled_from(["sfc", "hkma", "rthk"]))
    source = draw(st.sampled_from([f"{publisher}-press-en", f"{publisher}-news"]))
    topics = tuple(draw(st.lists(st.sampled_from([Topic.SFC, Topic.LICENCE, Topic.ETF]), unique=True, max_size=2)))
    verdict = flags(
        *topics,
        doc_type=draw(st.sampled_from([DocType.PRESS, DocType.SPEECH, DocType.CIRCULAR])),
        level=draw(st.sampled_from(Level)),
        flag=draw(st.booleans()),
        reasons=tuple(draw(st.lists(st.sampled_from(REASONS), unique=True, max_size=2))),
    )
    verdict = replace(verdict, labels=tuple(draw(st.lists(st.sampled_from(LABELS), unique=True, max_size=2))))
    event = draw(st.none() | st.sampled_from(EVENTS))
    named = tuple(draw(st.lists(st.sampled_from(FIRMS), unique=True)))
    known = {firm.id: firm for firm in FIRMS}
    told = tuple(known[one.entity] for one in (event.firms if event else ()) if one.entity)
    verdict = replace(verdict, firms=tuple({firm.id: firm for firm in (*named, *told)}.values()), licence_event=event)
    muted = draw(st.booleans())
    seen = NOW - draw(st.sampled_from(DAYS))
    published = draw(st.none() | st.sampled_from(DAYS).map(lambda before: seen - before))
    ref = draw(st.sampled_from(["", "26PR1", "26PR107", "25CP4"]))
    marks = tuple(
        draw(
            st.lists(
                st.sampled_from([Mark.SEEN, Mark.READ, Mark.STAR, Mark.ACKNOWLEDGE, Mark.ARCHIVE]),
                unique=True,
                max_size=2,
            )
        )
    )
    new = new_item(
        title,
        body,
        lang=lang,
        ref=ref or None,
        source=source,
        publisher=publisher,
        verdict=verdict,
        muted_by=MuteId(1) if muted else None,
        at=seen,
        seen=seen,
        published=published,
    )
    due, is_concluded = draw(st.none() | st.sampled_from(LAST_DAYS).map(deadline)), draw(st.booleans())
    if due is not None and is_concluded:
        due = replace(due, ref="concluded")
    state = ItemState.SEEN if Mark.SEEN in marks else ItemState.NEW
    state = ItemState.READ if {Mark.READ, Mark.ACKNOWLEDGE} & set(marks) else state
    texts = (QueryText(lang, title, body), *([second] if second else []))
    item = QueryItem(
        texts,
        seen,
        published,
        source,
        publisher,
        verdict.doc_type,
        tuple(topics),
        verdict.severity,
        tuple(text.lang for text in texts),
        ref,
        verdict.reasons,
        state,
        starred=Mark.STAR in marks,
        acked=Mark.ACKNOWLEDGE in marks,
        archived=Mark.ARCHIVE in marks,
        flagged=verdict.flag,
        muted=muted,
        labels=verdict.labels,
        firms=firms_named(verdict.firms, event),
        closes_on=due.closes_on if due is not None else None,
        is_concluded=is_concluded,
        price_usd=price_at(seen),
        price_1h_usd=price_at(seen + timedelta(hours=1)),
        price_24h_usd=price_at(seen + timedelta(hours=24)),
    )
    return Made(new, second, marks, item, due)


PRICES = {NOW - timedelta(days=1, minutes=1): 99_000.0, NOW - timedelta(minutes=1): 101_000.0}
"""Closes of the minutes that begin then."""


def price_at(at: datetime) -> float | None:
    known = [begin for begin in PRICES if timedelta(minutes=1) <= at - begin <= timedelta(minutes=11)]
    return PRICES[max(known)] if known else None


LEAVES = st.sampled_from(
    [
        "licence", "virtual", '"virtual asset"', "virt*", "va", "牌照", "證監", "照", "現貨ETF", '"licence granted"', "x_y",
        "title:virtual", 'title:"virtual asset"', "title:牌照,etf", "body:granted", "body:牌", "-body:virtual",
        r"/HK\$\d+ m/", r"title:/^sfc/i", r"body:/fine$/", "ref:/PR1$/",
        "src:sfc", "src:hkma,rthk-news", "reg:sfc-press-*", "type:speech", "type:press,circular", "label:licence",
        "label:sfc,etf", "level:high..", "level:low", "level:..normal", "level:>normal", "lang:zh", "lang:zh-hant,en",
        "ref:26PR*", "ref:26pr1", "is:unread", "is:read,starred", "is:acked", "is:flagged", "is:archived", "is:seen",
        "is:muted", "-is:muted", "label:my-own", "label:my_own2,etf", "label:穩定幣", "-label:resume", "label:résumé",
        "entity:example", 'entity:"example digital"', "entity:samp*", "entity:例证数字", "entity:simple", "-entity:XX9",
        "entity:example,sample", "entity:nobody*", "ce:ZZZ001", "ce:zzz777", "ce:zzz00*", "-ce:ZZZ002", "entity:ZZZ777",
        "has:zh", "has:note", "has:move", "has:pdf", "rule:vatp", 'rule:"VATP licences"', "rule:sfc*",
        "rule:平台發牌", "rule:平台*", "-rule:平台发牌", "rule:別的,sfc-own", 'rule:"別的 規則"',
        "pub:today", "pub:yesterday", "pub:2026-11", "pub:..2026-11-17", "seen:7d", "seen:24h", "seen:>2w", "seen:week",
        "due:past", "due:today", "due:week", "due:2026-12", "due:<3wd", "due:<=3wd", "due:3wd", "due:>2wd", "due:>=2wd",
        "due:1wd..9wd", "due:14d", "due:1w..2027", "due:..2wd", "-due:<14wd", "is:open", "is:open,read", "has:deadline",
        "pub:<3d", "price:<100000", "price:99k..101k", "move24h:>2%", "move24h:<0", "move1h:>-5", "-pub:month",
    ]
)  # fmt: skip


def grow(nodes: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(nodes, min_size=2, max_size=4)
    return st.one_of(
        nodes.map(lambda text: f"-({text})"),
        several.map(lambda found: f"({' '.join(found)})"),
        several.map(lambda found: f"({' | '.join(found)})"),
    )


QUERIES = st.builds(
    lambda nodes, scope: " ".join([*nodes, scope]),
    st.lists(st.recursive(LEAVES, grow, max_leaves=6), max_size=3),
    st.sampled_from(["", "", "in:all", "in:archive", "in:muted"]),
)


@pytest.fixture(scope="module")
def shared() -> Iterator[sqlite3.Connection]:
    """A real file, shared by many examples: each empties it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_writer(Path(folder) / "hkwatch.db", Path(folder) / "backups", NOW)) as connection,
    ):
        connection.execute("PRAGMA synchronous = OFF")
        firms.put_dictionary(connection, FIRMS, FOLDER)
        for begin, close in PRICES.items():
            prices.put_bar(connection, "BTC", prices.MINUTE_S, ChartPoint(begin, close, close, close, close))
        yield connection


def store(db: sqlite3.Connection, every: list[Made]) -> list[ItemId]:
    """Empty the file and store these; ids in the order of `every`."""
    with transaction(db):
        db.execute("INSERT INTO item_fts (item_fts) VALUES ('delete-all')")
        for table in ("deadline", "item_firm", "licence_event", "item_index", "item_text", "revision", "item"):
            db.execute(f"DELETE FROM {table}")
    ids = []
    for one in every:
        (item,) = add(db, one.new)
        if one.second is not None:
            text = one.second
            revise(db, item, Entry(text.title, "https://example.test/2", text.lang, text=text.body), Change.LANGUAGE)
        for mark in one.marks:
            items.mark_items(db, [item], mark, "", NOW)
        if one.deadline is not None:
            ident = deadlines.insert(db, replace(one.deadline, ref="", item=item), NOW)
            if one.deadline.ref:
                deadlines.conclude(db, ident, "26CC1", None, None)
        ids.append(item)
    return ids


@settings(max_examples=60, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(made(), min_size=1, max_size=6), st.lists(QUERIES, min_size=4, max_size=12))
def test_the_plan_and_the_matcher_find_the_same_items(
    shared: sqlite3.Connection, every: list[Made], texts: list[str]
) -> None:
    ids = store(shared, every)
    for text in texts:
        query = parse_query(text)
        matcher = Matcher(query, FOLDER, lambda: HOLIDAYS)
        expected = {item for item, one in zip(ids, every, strict=True) if matcher.match(one.item, NOW) is not None}
        rows = pages.page(shared, query, FOLDER, now=NOW, holidays=lambda: HOLIDAYS).rows
        assert {row.id for row in rows} == expected, text
        assert view_counts.counts(shared, query, FOLDER, NOW, lambda: HOLIDAYS).total == len(expected), text
        assert set(pages.matching(shared, query, FOLDER, tuple(ids), NOW, lambda: HOLIDAYS)) == expected, text


@given(st.lists(st.sampled_from(TITLES + BODIES + ["ﬁne", "straße", "ＥＴＦ", "…", "é"]), max_size=4).map(" ".join))
@example("straße")
def test_the_words_that_matched_stand_where_the_matcher_says(text: str) -> None:
    item = QueryItem((QueryText("en", text, text),), NOW)
    match = Matcher(parse_query("virtual | 牌照 | etf"), FOLDER).match(item, NOW)
    for hit in match.hits if match is not None else ():
        assert FOLDER.fold(text[hit.start : hit.end]) in {"virtual", "牌照", "etf"}


@pytest.fixture
def few(db: sqlite3.Connection) -> sqlite3.Connection:
    kinds = [
        ("Licence granted", "to a platform", "sfc", Level.HIGH),
        ("Fine", "HK$12 m, licence kept", "sfc", Level.CRITICAL),
        ("牌照", "證監會", "hkma", Level.LOW),
        ("Speech", "on licences", "hkma", Level.NORMAL),
    ]
    add(
        db,
        *(
            new_item(
                title,
                body,
                publisher=publisher,
                verdict=flags(level=level),
                at=NOW + timedelta(seconds=n),
                seen=NOW - timedelta(days=n),
                published=NOW - timedelta(days=(7 * n) % 4),
            )
            for n, (title, body, publisher, level) in enumerate(kinds)
        ),
    )
    return db


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("licence | 牌照", ["Speech", "牌照", "Fine", "Licence granted"]),
        ("(licence | 牌照) src:hkma", ["Speech", "牌照"]),
        ("licence level:critical | 證監會", ["牌照", "Fine"]),
        ("licence -(src:hkma | granted)", ["Fine"]),
        ("title:licence", ["Licence granted"]),
        ("body:licence", ["Speech", "Fine"]),
        ('"granted to"', []),
        (r"/HK\$\d+ m/", ["Fine"]),
        (r"/hk\$\d+ M/", []),
        (r"/hk\$\d+ M/i", ["Fine"]),
        ("seen:2d", ["Fine", "Licence granted"]),
        ("-seen:2d", ["Speech", "牌照"]),
        ("licen* -title:/^F/", ["Speech", "Licence granted"]),
    ],
)
def test_whole_queries(few: sqlite3.Connection, text: str, found: list[str]) -> None:
    assert titles(few, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sort:-level", ["Fine", "Licence granted", "Speech", "牌照"]),
        ("sort:level", ["牌照", "Speech", "Licence granted", "Fine"]),
        ("sort:pub", ["Fine", "牌照", "Speech", "Licence granted"]),
        ("sort:-seen", ["Licence granted", "Fine", "牌照", "Speech"]),
        ("licence sort:-seen", ["Licence granted", "Fine", "Speech"]),
    ],
)
def test_a_stated_order_holds_from_page_to_page(few: sqlite3.Connection, text: str, found: list[str]) -> None:
    query, last, walked = parse_query(text), None, []
    while True:
        page = pages.page(few, query, FOLDER, before=last, limit=1)
        walked += [row.title for row in page.rows]
        if not page.more:
            break
        last = page.rows[-1].id
    assert walked == titles(few, text) == found


@pytest.mark.parametrize(("text", "found"), [("sort:due", ["b", "c", "a", "d"]), ("sort:-due", ["c", "b", "a", "d"])])
def test_the_nearest_deadline_comes_first_or_last_and_items_without_one_after_all(
    db: sqlite3.Connection, text: str, found: list[str]
) -> None:
    ids = add(db, *(new_item(title, at=NOW - timedelta(seconds=n)) for n, title in enumerate("abcd")))[::-1]
    for item, days in ((ids[1], 3), (ids[2], 9)):
        deadlines.insert(db, replace(deadline(NOW.date() + timedelta(days=days)), item=item), NOW)
    query, last, walked = parse_query(text), None, []
    for _ in found:
        page = pages.page(db, query, FOLDER, before=last, limit=1, now=NOW)
        walked += [row.title for row in page.rows]
        last = page.rows[-1].id
    assert walked == found


def test_a_link_to_a_pdf_and_a_note_are_found(db: sqlite3.Connection) -> None:
    one, two = add(db, new_item(), new_item())
    db.execute("UPDATE item_text SET html = '<a href=\"https://example.test/a.PDF\">x</a>' WHERE item_id = ?", (one,))
    items.mark_items(db, [two], Mark.ACKNOWLEDGE, "call them", NOW)
    assert find(db, "has:pdf") == [one]
    assert find(db, "has:note") == [two]


def test_an_expression_that_takes_too_long_on_a_text_is_an_error(db: sqlite3.Connection) -> None:
    add(db, new_item("a" * 3000 + "!", "short"))
    with pytest.raises(QueryError) as caught:
        find(db, r"short /(a|aa)+$/")
    assert (caught.value.key, caught.value.position) == ("slow-regex", 6)
    # The connection still answers.
    assert len(find(db, "short")) == 1
    with pytest.raises(QueryError, match="slow-regex"):
        Matcher(parse_query(r"/(a|aa)+$/"), FOLDER).match(QueryItem((QueryText("en", "a" * 3000 + "!"),), NOW), NOW)


def test_all_texts_together_may_take_only_so_long(db: sqlite3.Connection) -> None:
    add(db, new_item("one"), new_item("two"))
    planned = plan(parse_query("/nothing/"), FOLDER)
    planned.functions.page_s = -1.0
    planned.functions.install(db)
    with pytest.raises(sqlite3.OperationalError):
        db.execute(f"SELECT id FROM item WHERE {planned.where}", planned.params).fetchall()
    assert planned.functions.error is not None
    assert planned.functions.error.key == "long-regex"


def test_a_date_without_a_day_to_count_from_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="what day"):
        plan(parse_query("seen:7d"), FOLDER)


def test_a_thousand_alternatives_are_no_deeper_than_sqlite_takes(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("word7", ref="26PR1"))
    assert find(db, " | ".join(f"word{n} is:new" for n in range(1200))) == [item]
    assert find(db, " ".join("-is:starred" for _ in range(1200))) == [item]
    assert find(db, f"{'(' * 39}word7{')' * 39}") == [item]
    deep = "word7"
    for n in range(19):
        deep = f"(({deep} | x{n}) -y{n})"
    assert find(db, deep) == [item]


def test_days_are_hong_kong_days(db: sqlite3.Connection) -> None:
    midnight = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
    before, after = add(
        db,
        new_item(at=NOW, published=midnight - timedelta(seconds=1)),
        new_item(at=NOW + timedelta(seconds=1), published=midnight),
    )
    assert find(db, "pub:today") == find(db, "pub:2026-11-25") == [after]
    assert find(db, "pub:yesterday") == [before]


def test_a_story_is_found_by_a_firm_that_one_of_its_items_names(db: sqlite3.Connection) -> None:
    firms.put_dictionary(db, FIRMS, FOLDER)
    first, second, third = add(
        db, *(new_item(f"T{n}", verdict=replace(flags(), firms=FIRMS[n : n + 1]), at=NOW + n * HOUR) for n in range(3))
    )
    stories.join(db, second, int(first), [first])
    stories.settle(db, int(first), lambda _: 0, FOLDER)
    assert find(db, "entity:sample") == find(db, "ce:ZZZ002") == [first]
    assert find(db, "-entity:sample") == [third]


def test_an_edited_dictionary_is_asked_anew(db: sqlite3.Connection) -> None:
    firms.put_dictionary(db, FIRMS, FOLDER)
    (item,) = add(db, new_item(verdict=replace(flags(), firms=FIRMS[:1])))
    renamed = replace(FIRMS[0], names=("Another Name",), ce="")
    firms.put_dictionary(db, (renamed,), FOLDER)
    assert find(db, 'entity:"another name"') == [item]
    assert find(db, "ce:ZZZ001") == []
    assert firms.dictionary(db) == {
        "example": firms.FirmNames("Example Digital", ("example", "Another Name", "Example Digital"))
    }


def test_a_firm_that_no_dictionary_has_is_found_by_its_number_as_an_entity_too(db: sqlite3.Connection) -> None:
    event = LicenceEvent(Happening.GRANTED, (Licensee("Nobody & Co", "ZZZ777"),), None, True, 0, 7)
    (item,) = add(db, new_item(verdict=replace(flags(), licence_event=event)))
    assert find(db, "entity:ZZZ777") == find(db, "ce:ZZZ777") == [item]
