# SPDX-License-Identifier: MIT
"""The query language: what a text means, where it goes wrong, and that a tree can be written out again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hkwatch.domain.query import (
    Above,
    And,
    Below,
    Between,
    Field,
    Node,
    Not,
    Or,
    Order,
    Pattern,
    Phrase,
    Query,
    QueryError,
    Scope,
    Sort,
    Term,
    Value,
    Word,
    all_of,
    parse_query,
)
from hkwatch.domain.query_fields import DIRECTIVES, FIELDS, IS_VALUES, NAMES
from hkwatch.domain.query_text import to_text


def root(text: str) -> Node | None:
    return parse_query(text).root


def error(text: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    return caught.value


def word(text: str, field: Field = Field.TEXT) -> Term:
    return Term(field, (Word(text),))


def values(field: Field, *found: str) -> Term:
    return Term(field, tuple(Word(one) for one in found))


A, B, C, D = word("a"), word("b"), word("c"), word("d")


@pytest.mark.parametrize("text", ["", " ", "\t\n ", "\u3000"])
def test_nothing_typed_means_everything(text: str) -> None:
    assert parse_query(text) == Query()


def test_words_phrases_and_fields_side_by_side_must_all_hold() -> None:
    assert root('licence "virtual asset" is:unread src:sfc -type:speech label:licence') == And(
        (
            word("licence"),
            Term(Field.TEXT, (Phrase("virtual asset"),)),
            word("unread", Field.IS),
            word("sfc", Field.SRC),
            Not(word("speech", Field.TYPE)),
            word("licence", Field.LABEL),
        )
    )


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a | b", Or((A, B))),
        ("a|b", Or((A, B))),
        ("a ｜ b", Or((A, B))),
        ("a b | c d", Or((And((A, B)), And((C, D))))),
        ("a | b | c", Or((A, B, C))),
        ("(a | b) c", And((Or((A, B)), C))),
        ("（a | b）c", And((Or((A, B)), C))),
        ("a (b (c d))", And((A, B, C, D))),
        ("a | (b | c)", Or((A, B, C))),
        ("-a", Not(A)),
        ("NOT a", Not(A)),
        ("－a", Not(A)),
        ("NOT NOT a", A),
        ("NOT -a", A),
        ("NOT " * 3001 + "a", Not(A)),
        ("-(-a)", A),
        ("-(a b)", Not(And((A, B)))),
        ("-(a | b) c", And((Not(Or((A, B))), C))),
        ("NOT a OR b", Or((Not(A), B))),
        ("or and not", And((word("or"), word("and"), word("not")))),
        ("--a", Not(word("-a"))),
        ("((a))", A),
    ],
)
def test_or_and_not_and_groups(text: str, tree: Node) -> None:
    assert root(text) == tree


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("牌照", word("牌照")),
        ("licen*", Term(Field.TEXT, (Word("licen", is_prefix=True),))),
        ("/licen[cs]e/i", Term(Field.TEXT, (Pattern("licen[cs]e", ignore_case=True),))),
        ("/a b/", Term(Field.TEXT, (Pattern("a b"),))),
        ("/etc", word("/etc")),
        ("「虛擬資產」", Term(Field.TEXT, (Phrase("虛擬資產"),))),
        ("“virtual asset”", Term(Field.TEXT, (Phrase("virtual asset"),))),
        ("reg:sfc", word("sfc", Field.SRC)),
        ("source:sfc", word("sfc", Field.SRC)),
        ("SRC:sfc", word("sfc", Field.SRC)),
        ("src：sfc，hkma", values(Field.SRC, "sfc", "hkma")),
        ("topic:etf", word("etf", Field.LABEL)),
        ("src:sfc,hkma", values(Field.SRC, "sfc", "hkma")),
        ("src:sfc,,hkma,", values(Field.SRC, "sfc", "hkma")),
        ('src:"RTHK, Finance",sfc', Term(Field.SRC, (Phrase("RTHK, Finance"), Word("sfc")))),
        ("is:UNREAD", word("unread", Field.IS)),
        ("level:high", word("high", Field.LEVEL)),
        ("level:high..", Term(Field.LEVEL, (Between("high", ""),))),
        ("level:..normal", Term(Field.LEVEL, (Between("", "normal"),))),
        ("level:>normal", Term(Field.LEVEL, (Above("normal"),))),
        ("lang:zh-Hant", word("zh-hant", Field.LANG)),
        ("ref:26PR107", word("26PR107", Field.REF)),
        ("ref:26PR*", Term(Field.REF, (Word("26PR", is_prefix=True),))),
        ("ref:26PR1,26PR2", values(Field.REF, "26PR1", "26PR2")),
        ("type:alert-list", word("alert-list", Field.TYPE)),
        ("label:btc_threshold", word("btc_threshold", Field.LABEL)),
        ('title:"virtual asset"', Term(Field.TITLE, (Phrase("virtual asset"),))),
        (r"body:/HK\$\d+ m/", Term(Field.BODY, (Pattern(r"HK\$\d+ m"),))),
        (r"body:/a\/b|(c)/i", Term(Field.BODY, (Pattern(r"a\/b|(c)", ignore_case=True),))),
        ("pub:2026-11", word("2026-11", Field.PUB)),
        ("pub:Today", word("today", Field.PUB)),
        ("pub:2026-01..2026-03", Term(Field.PUB, (Between("2026-01", "2026-03"),))),
        ("seen:7d", word("7d", Field.SEEN)),
        ("seen:>24H", Term(Field.SEEN, (Above("24h"),))),
        ("due:<14wd", Term(Field.DUE, (Below("14wd"),))),
        ("due:past", word("past", Field.DUE)),
        ("price:<100,000", Term(Field.PRICE, (Below("100,000"),))),
        ("price:95k..105k", Term(Field.PRICE, (Between("95k", "105k"),))),
        ("move1h:>2%", Term(Field.MOVE_1H, (Above("2%"),))),
        ("move24h:<=-5%", Term(Field.MOVE_24H, (Below("-5%", or_equal=True),))),
        ('rule:"VATP licences"', Term(Field.RULE, (Phrase("VATP licences"),))),
        ("has:pdf,zh", values(Field.HAS, "pdf", "zh")),
        ("entity:HashKey", word("HashKey", Field.ENTITY)),
        ("ce:ZZZ001", word("ZZZ001", Field.CE)),
        ("10:30", word("10:30")),
        ("https://example.test/a?b=(c)", word("https://example.test/a?b=(c)")),
        ("mailto:someone@example.test", word("mailto:someone@example.test")),
        ("e-money", word("e-money")),
        ("95,000", word("95,000")),
        ("f(x)", word("f(x)")),
    ],
)
def test_one_term(text: str, term: Term) -> None:
    assert root(text) == term
    assert root(f"(  {text} | b)") == Or((term, B))


def test_chinese_goes_on_without_blanks() -> None:
    assert root("牌照「虛擬資產」（證監會｜金管局）") == And(
        (word("牌照"), Term(Field.TEXT, (Phrase("虛擬資產"),)), Or((word("證監會"), word("金管局"))))
    )


@pytest.mark.parametrize("text", ["src: sfc", "src:   sfc", "src:\tsfc", "  src: sfc  ", "src：　sfc"])
def test_a_blank_after_the_colon_is_tolerated(text: str) -> None:
    assert root(text) == word("sfc", Field.SRC)


def test_scope_and_order_belong_to_the_whole_query() -> None:
    assert parse_query("licence in:all sort:-pub") == Query(
        word("licence"), Scope.ALL, Sort(Order.PUB, descending=True)
    )
    assert parse_query("in:archive") == Query(None, Scope.ARCHIVE)
    assert parse_query("in:muted") == Query(None, Scope.MUTED)
    assert parse_query("a | b in:all") == Query(Or((A, B)), Scope.ALL)
    assert parse_query("sort:level a | b") == Query(Or((A, B)), Scope.VIEW, Sort(Order.LEVEL))


@pytest.mark.parametrize("text", ["-in:all", "(in:all a)", "NOT sort:pub", "a | (b sort:pub)"])
def test_scope_and_order_of_a_part_mean_nothing(text: str) -> None:
    assert error(text).key == "only-whole"


def test_muted_items_are_left_out_until_the_query_speaks_of_them() -> None:
    assert parse_query("licence").hides_muted
    assert parse_query("in:archive").hides_muted
    assert not parse_query("licence -is:muted").hides_muted
    assert not parse_query("in:all").hides_muted
    assert not parse_query("in:muted").hides_muted
    assert parse_query("in:muted").hides_archived


def test_archived_items_are_left_out_until_the_query_speaks_of_them() -> None:
    assert parse_query("licence").hides_archived
    assert not parse_query("licence -is:archived").hides_archived
    assert not parse_query("licence | is:starred,archived").hides_archived
    assert not parse_query("in:all").hides_archived


def test_several_queries_together_ask_for_everything_each_asks_for() -> None:
    whole = all_of(parse_query("a b"), parse_query(""), parse_query("c | d in:all"), parse_query("sort:seen"))
    assert whole == Query(And((A, B, Or((C, D)))), Scope.ALL, Sort(Order.SEEN))
    assert all_of() == all_of(Query(), Query()) == Query()


@pytest.mark.parametrize(
    ("text", "key", "position", "value"),
    [
        ("licence foo:bar", "unknown-field", 8, "foo"),
        ("text:licence", "unknown-field", 0, "text"),
        ("is:unraed", "unknown-value", 3, "unraed"),
        ("  is:unread,raed", "unknown-value", 12, "raed"),
        ("licence src:", "missing-value", 8, "src"),
        ("licence src:  ", "missing-value", 8, "src"),
        ("type: is:unread", "missing-value", 0, "type"),
        ("(src: ) a", "missing-value", 1, "src"),
        ("src: OR a", "missing-value", 0, "src"),
        ("src:,", "missing-value", 0, "src"),
        ('src:""', "missing-value", 0, "src"),
        ("level:..", "missing-value", 0, "level"),
        ("price:>", "missing-value", 6, "price"),
        ('a "virtual asset', "open-quote", 2, '"virtual'),
        ('"virtual"asset', "open-quote", 0, '"virtual"asset'),
        ('"', "open-quote", 0, '"'),
        ("licence -", "empty-term", 8, ""),
        ("- licence", "empty-term", 0, ""),
        ('""', "empty-term", 0, ""),
        ('a "  "', "empty-term", 2, "  "),
        ("is:unread..", "unknown-value", 3, "unread.."),
        ("level:low,high..", "unknown-value", 6, "low,high.."),
        ('level:"high.."', "unknown-value", 6, '"high.."'),
        ("src:—", "unknown-value", 4, "—"),
        ("pub:2026-13", "unknown-value", 4, "2026-13"),
        ("pub:2026-02-30", "unknown-value", 4, "2026-02-30"),
        ("pub:soon", "unknown-value", 4, "soon"),
        ("due:14x", "unknown-value", 4, "14x"),
        ("price:100000", "needs-number", 6, "100000"),
        ("price:<many", "needs-number", 6, "<many"),
        ("move1h:>2‰", "needs-number", 7, ">2‰"),
        ("in:here", "unknown-value", 3, "here"),
        ("sort:size", "unknown-value", 5, "size"),
        ("a |", "missing-term", 2, "OR"),
        ("| a", "missing-term", 0, "OR"),
        ("a OR OR b", "missing-term", 2, "OR"),
        ("a AND", "missing-term", 2, "AND"),
        ("AND a", "missing-term", 0, "AND"),
        ("NOT", "missing-term", 0, "NOT"),
        ("a (b", "open-bracket", 2, "("),
        ("a) b", "stray-bracket", 1, ")"),
        ("a ()", "empty-group", 2, "()"),
        ("src:(sfc hkma)", "group-value", 4, "src"),
        ("body:/abc", "open-regex", 5, "/abc"),
        ("src:/abc/", "no-regex", 4, "src"),
        ("body:/a(b/", "bad-regex", 8, "missing )"),
        ("body:/ab/x", "bad-regex", 9, "x"),
        ("(" * 50, "too-deep", 40, "("),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_place(text: str, key: str, position: int, value: str) -> None:
    found = error(text)
    assert (found.key, found.position, found.value) == (key, position, value)


def test_an_error_says_what_would_be_allowed() -> None:
    assert error("is:unraed").allowed == IS_VALUES
    assert error("is:").allowed == IS_VALUES
    assert error("is:").field == "is"
    assert "critical" in error("level:urgent").allowed
    assert "consultation" in error("type:x").allowed
    assert "stablecoin" in error("label:x.y").allowed
    assert root("label:My-Own") == word("my-own", Field.LABEL)
    assert root("label:穩定幣") == word("穩定幣", Field.LABEL)
    assert "zh-hans" in error("lang:fr").allowed
    assert "today" in error("pub:soon").allowed
    assert error("foo:bar").allowed == NAMES


def test_the_examples_of_every_field_can_be_typed_as_they_are() -> None:
    for field, spec in FIELDS.items():
        for text in spec.examples:
            assert [term.field for term in parse_query(text).terms] == [field]
    for _, examples in DIRECTIVES.values():
        for text in examples:
            assert parse_query(text) != Query()


def test_a_text_of_endless_terms_is_refused() -> None:
    assert error("a " * 10_001).key == "too-long"


def read(text: str) -> Query | QueryError:
    try:
        return parse_query(text)
    except QueryError as refused:
        return refused


def check_round_trip(text: str) -> None:
    answer = read(text)
    if isinstance(answer, QueryError):
        assert 0 <= answer.position < len(text)
    else:
        assert all(term.values for term in answer.terms)
        assert all(0 <= term.position < len(text) for term in answer.terms)
        assert parse_query(to_text(answer)) == answer


@given(st.text())
@example("src:" * 1000)
@example('-"' * 50)
@example("\x1c\x85\u3000")
@example("(f(x | b)")
@example("OR「x」")
@example("/a/「x」")
@example("(a f(x | b )")
def test_any_text_is_either_understood_or_refused_with_a_place_inside_it(text: str) -> None:
    check_round_trip(text)


PIECES = st.sampled_from(
    [
        "licence", "牌照", '"virtual asset"', "is:unread", "src:", " ", "-", "level:high..", "type:press", '"', ",",
        "ref:", ":", "//", "(", ")", "|", " OR ", "NOT ", "AND", "/a b/", "/", "*", "「", "」", "（", "）", "pub:7d",
        "price:<1,000", "in:all", "sort:-pub", "move1h:", ">", "<", "..", "a", "１", "＊", "\\",
    ]
)  # fmt: skip


@given(st.lists(PIECES).map("".join))
def test_what_is_understood_can_be_written_out_and_read_again(text: str) -> None:
    check_round_trip(text)


WORDS = st.sampled_from(["licence", "a", "牌照", "e-money", "f(x)", "95,000"])
TEXT_VALUES: st.SearchStrategy[Value] = st.one_of(
    st.builds(Word, WORDS, st.booleans()),
    st.sampled_from(["virtual asset", "a, b", "OR"]).map(Phrase),
    st.builds(Pattern, st.sampled_from(["a b", r"\d+", "(x|y)"]), st.booleans()),
)
LEVELS = st.sampled_from(["low", "normal", "high", "critical"])
DAYS = st.sampled_from(["2026", "2026-11", "2026-11-25", "today", "7d", "24h", "week"])


def ordered(ends: st.SearchStrategy[str], alone: bool = True) -> st.SearchStrategy[Value]:
    found: list[st.SearchStrategy[Value]] = [
        st.builds(Between, ends, ends | st.just("")),
        st.builds(Between, st.just(""), ends),
        st.builds(Above, ends, st.booleans()),
        st.builds(Below, ends, st.booleans()),
    ]
    return st.one_of(*found, *([ends.map(Word)] if alone else []))


def one_of(field: Field, found: st.SearchStrategy[Value], most: int = 3) -> st.SearchStrategy[Term]:
    return st.lists(found, min_size=1, max_size=most).map(lambda made: Term(field, tuple(made)))


TERMS = st.one_of(
    one_of(Field.TEXT, TEXT_VALUES, 1),
    one_of(Field.TITLE, st.one_of(st.builds(Word, st.sampled_from(["a", "牌照"])), st.just(Phrase("a b")))),
    one_of(Field.IS, st.sampled_from(IS_VALUES).map(Word)),
    one_of(Field.LEVEL, ordered(LEVELS), 1),
    one_of(Field.PUB, ordered(DAYS)),
    one_of(Field.PRICE, ordered(st.sampled_from(["100000", "95k", "-5"]), alone=False)),
    one_of(Field.REF, st.builds(Word, st.sampled_from(["26PR1", "25CP"]), st.booleans())),
)


def grown(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=2, max_size=4)
    return st.one_of(
        nodes.filter(lambda node: not isinstance(node, Not)).map(Not),
        several.map(lambda made: And(tuple(p for n in made for p in (n.nodes if isinstance(n, And) else (n,))))),
        several.map(lambda made: Or(tuple(p for n in made for p in (n.nodes if isinstance(n, Or) else (n,))))),
    )


TREES: st.SearchStrategy[Node] = st.recursive(TERMS, grown, max_leaves=12)


@given(TREES, st.sampled_from(Scope), st.none() | st.builds(Sort, st.sampled_from(Order), st.booleans()))
def test_any_tree_written_out_reads_as_itself(tree: Node, scope: Scope, sort: Sort | None) -> None:
    query = Query(tree, scope, sort)
    assert parse_query(to_text(query)) == query


GOOD_TERMS = st.sampled_from(
    [
        "licence",
        "-fined",
        "牌照",
        '"a b"',
        "is:unread",
        "-is:read,seen",
        "src:sfc",
        "level:high..",
        "lang:en",
        "ref:26PR1",
    ]
)


@given(st.lists(GOOD_TERMS), st.lists(GOOD_TERMS))
def test_terms_read_alike_alone_and_among_others(left: list[str], right: list[str]) -> None:
    whole = parse_query(" ".join(left + right)).terms
    assert whole == parse_query(" ".join(left)).terms + parse_query("  ".join(right)).terms
