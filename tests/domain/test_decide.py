# SPDX-License-Identifier: MIT
"""New, updated or the same."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.decide import Change, Decision, Known, KnownText, New, Same, Updated, decide
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Entry

THEN = datetime(2026, 11, 25, 4, tzinfo=UTC)
LATER = THEN + timedelta(hours=1)


def known(
    text: str = "the text",
    title: str = "Title",
    lang: str = "en",
    source: str = "api",
    modified: datetime | None = THEN,
) -> Known:
    return Known(ItemId(1), (KnownText(lang, title, text, source, modified),))


def entry(text: str = "the text", title: str = "Title", lang: str = "en", modified: datetime | None = THEN) -> Entry:
    return Entry(title, "https://example.test/1", lang, text=text, modified_at=modified)


def test_what_was_never_seen_is_new() -> None:
    assert decide(None, entry(), "feed") == New()


@pytest.mark.parametrize(
    ("stored", "arriving", "source", "expected"),
    [
        pytest.param(known(), entry(), "api", Same(), id="nothing changed"),
        pytest.param(known(), entry("another"), "api", Updated(Change.REVISED), id="its source changed the text"),
        pytest.param(known(), entry(title="New"), "api", Updated(Change.REVISED), id="its source changed the title"),
        pytest.param(known(), entry(modified=LATER), "api", Same(), id="a new stamp on the same words"),
        pytest.param(known(), entry("a summary"), "feed", Same(), id="a summary does not revise the full text"),
        pytest.param(known(), entry("", title="New"), "feed", Same(), id="a title elsewhere does not revise a text"),
        pytest.param(
            known(), entry("another", modified=LATER), "feed", Updated(Change.REVISED), id="another source, newer stamp"
        ),
        pytest.param(known(), entry("older", modified=THEN), "feed", Same(), id="another source, same stamp"),
        pytest.param(known(), entry("x", modified=None), "feed", Same(), id="another source, no stamp"),
        pytest.param(known(modified=None), entry("x", modified=LATER), "feed", Same(), id="nothing to compare with"),
        pytest.param(known(""), entry(), "feed", Updated(Change.BODY), id="a text for a title"),
        pytest.param(known(""), entry(), "api", Updated(Change.BODY), id="its own text for a title"),
        pytest.param(known("", source="feed"), entry(""), "feed", Same(), id="title only, same"),
        pytest.param(
            known("", source="feed"), entry("", "New"), "feed", Updated(Change.REVISED), id="title only, new title"
        ),
        pytest.param(known("", source="feed"), entry("", "New"), "other", Same(), id="title only, another source"),
        pytest.param(known(), entry("", modified=LATER), "feed", Updated(Change.OUTDATED), id="edited, text elsewhere"),
        pytest.param(
            known(), entry("", modified=LATER), "api", Updated(Change.OUTDATED), id="edited, list without texts"
        ),
        pytest.param(known(""), entry("", modified=LATER), "feed", Same(), id="edited, and never had a text"),
        pytest.param(known(), entry(lang="zh-Hant"), "feed", Updated(Change.LANGUAGE), id="another language"),
        pytest.param(known(), entry("", lang="zh-Hant"), "feed", Updated(Change.LANGUAGE), id="its title at least"),
    ],
)
def test_the_table(stored: Known, arriving: Entry, source: str, expected: Decision) -> None:
    assert decide(stored, arriving, source) == expected


def test_a_language_that_is_only_wanted_so_far_is_still_to_come() -> None:
    """The store leaves placeholders without a title out, so an item may be known in no language at all."""
    assert decide(Known(ItemId(1), ()), entry(), "api") == Updated(Change.LANGUAGE)


def test_each_language_is_compared_with_its_own_text() -> None:
    both = Known(
        ItemId(1), (KnownText("en", "Title", "text", "api", THEN), KnownText("zh-Hant", "題", "文", "api", THEN))
    )
    assert decide(both, entry("文", "題", "zh-Hant"), "api") == Same()
    assert decide(both, entry("改", "題", "zh-Hant"), "api") == Updated(Change.REVISED)


STAMPS = st.none() | st.sampled_from([THEN, LATER])
WORDS = st.sampled_from(["", "the text", "another"])
SOURCES = st.sampled_from(["api", "feed"])


@given(st.sampled_from(["the text", "another"]), STAMPS, STAMPS, SOURCES, st.sampled_from(["Title", "New"]))
def test_an_entry_without_text_never_replaces_a_stored_text(
    text: str, stored: datetime | None, stated: datetime | None, source: str, title: str
) -> None:
    decision = decide(known(text, modified=stored), entry("", title, modified=stated), source)
    assert decision in (Same(), Updated(Change.OUTDATED))


@given(WORDS, WORDS, STAMPS, STAMPS, SOURCES, SOURCES)
def test_once_stored_an_entry_is_the_same(
    stored: str, arriving: str, before: datetime | None, stated: datetime | None, owner: str, source: str
) -> None:
    decision = decide(known(stored, source=owner, modified=before), entry(arriving, modified=stated), source)
    if isinstance(decision, Updated) and decision.change is not Change.OUTDATED:
        assert (
            decide(known(arriving, source=source, modified=stated), entry(arriving, modified=stated), source) == Same()
        )
