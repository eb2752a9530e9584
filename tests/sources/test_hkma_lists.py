# SPDX-License-Identifier: MIT
"""The HKMA's lists of documents: one document is one item, whatever its list makes of it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hkwatch.domain.identity import identity
from hkwatch.domain.ids import SourceId
from hkwatch.domain.item import Entry, Precision
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.feeds import parse_feed
from hkwatch.sources.hkma_lists import join_attachments, split_attachment, without_twins

ROWS = load_catalogue(Path(__file__).parents[2] / "resources" / "catalogue", None)[0].sources
NOW = datetime(2026, 7, 9, tzinfo=UTC)
DAY = datetime(2025, 6, 12, 16, tzinfo=UTC)
PDF = "https://www.hkma.gov.hk/media/eng/doc/key-information/guidelines-and-circular/2025/20250407e1.pdf"
REGISTER = "https://brdr.hkma.gov.hk/eng/doc-ldg/current/20250407-1-EN"


def listed(*items: tuple[str, str, str], source: str = "hkma-circulars-en") -> tuple[Entry, ...]:
    """Entries of a list of (title, link, pubDate), as the HKMA writes them."""
    rows = "".join(
        f"<item><title>{title}</title><link>{link}</link><description></description><pubDate>{day}</pubDate></item>\n"
        for title, link, day in items
    )
    body = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>HKMA</title>{rows}</channel></rss>'
    )
    row = ROWS[SourceId(source)]
    return parse_feed(body.encode(), row.url, row, NOW).entries


MIDNIGHT = "Mon, 07 Apr 2025 00:00:00 +0800"


def test_one_circular_at_two_addresses_with_and_without_a_size_is_one_item() -> None:
    entries = listed(("Staking services (PDF File, 131.0 KB)", PDF, MIDNIGHT), ("Staking services", REGISTER, MIDNIGHT))
    assert [(entry.title, entry.link) for entry in entries] == [("Staking services", PDF)]
    assert entries[0].precision is Precision.DAY


def test_the_twin_that_comes_a_poll_later_is_the_same_item() -> None:
    row = ROWS[SourceId("hkma-circulars-en")]
    (first,) = listed(("Staking services", REGISTER, MIDNIGHT))
    (second,) = listed(("Staking  Services (PDF File, 131.0 KB)", PDF, MIDNIGHT))
    (other_day,) = listed(("Staking services", REGISTER, MIDNIGHT.replace("07 Apr", "14 Apr")))
    assert identity(first, row) == identity(second, row)
    assert identity(first, row) != identity(other_day, row)


def test_an_item_that_stands_twice_word_for_word_is_one() -> None:
    assert len(listed(*[("Scams", REGISTER, MIDNIGHT)] * 2)) == 1


def test_guidelines_of_one_title_and_different_days_stay_two() -> None:
    old = MIDNIGHT.replace("Mon, 07 Apr 2025", "Sat, 01 Jun 1996")
    entries = listed(("Criteria", PDF, MIDNIGHT), ("Criteria", REGISTER, old), source="hkma-guidelines-en")
    assert len(entries) == 2
    assert entries[1].published_at == datetime(1996, 5, 31, 16, tzinfo=UTC)


def test_twenty_five_attachments_are_one_consultation_that_lists_them() -> None:
    stem = "Cryptoassets standard: consultation on return templates"
    items = [
        (f"{stem} {part}", f"https://brdr.hkma.gov.hk/eng/doc-ldg/current/20250613-{number}-EN", MIDNIGHT)
        for number, part in enumerate(
            ["Explanatory notes : MA(BS)3", "CIs: MA(BS)27 Cls", *(f"Return template: MA(BS){n}" for n in range(23))], 2
        )
    ]
    (entry,) = listed(*items, source="hkma-consultations-en")
    assert entry.title == stem
    assert entry.html.count("<li>") == 25
    assert 'href="https://brdr.hkma.gov.hk/eng/doc-ldg/current/20250613-3-EN"' in entry.html
    assert "• Return template: MA(BS)22" in entry.text


def test_the_consultation_itself_gives_the_link_wherever_it_stands() -> None:
    paper = Entry("Rules on X", "https://example.test/paper", "en", published_at=DAY)
    part = Entry("Rules on X Annex 1: Form", "https://example.test/annex", "en", published_at=DAY)
    for order in ((paper, part), (part, paper)):
        (joined,) = join_attachments(order)
        assert (joined.title, joined.link) == ("Rules on X", "https://example.test/paper")
        assert joined.text == "• Annex 1: Form"


def test_a_list_in_another_order_has_not_changed() -> None:
    parts = [Entry(f"Rules Annex {n}: Form", f"https://example.test/{n}", "en", published_at=DAY) for n in range(4)]
    (one,) = join_attachments(parts)
    (other,) = join_attachments([parts[0], *reversed(parts[1:])])
    assert (one.text, one.html) == (other.text, other.html)


def test_consultations_without_attachments_and_of_other_days_stay_apart() -> None:
    entry = Entry("Rules on X", "https://example.test/a", "en", published_at=DAY)
    later = replace(entry, published_at=NOW)
    assert join_attachments([entry, later]) == (entry, later)
    assert without_twins([entry, later, entry]) == (entry, later)


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Rules on X Annex: Rules", ("Rules on X", "Annex: Rules")),
        ("Rules on X Enclosure 1 : Module", ("Rules on X", "Enclosure 1 : Module")),
        ("Rules on X Annex 12: A: B", ("Rules on X", "Annex 12: A: B")),
        ("Annex 1: Rules", ("Annex 1: Rules", "")),
        ("Rules on the Annex to X", ("Rules on the Annex to X", "")),
        ("Letter to HKAB: Rules", ("Letter to HKAB: Rules", "")),
    ],
)
def test_a_part_is_only_what_is_named_as_one(title: str, parts: tuple[str, str]) -> None:
    assert split_attachment(title) == parts
