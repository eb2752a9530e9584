# SPDX-License-Identifier: MIT
"""Links and requests from outside: exactly what is known is understood, all else is refused in one printable line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.errors import RequestError
from hkwatch.domain.ids import AlertId, ItemId
from hkwatch.domain.request import (
    LINK_VIEWS,
    AlertLink,
    ItemLink,
    Request,
    Verb,
    ViewLink,
    is_link,
    item_link,
    parse_link,
    parse_request,
    pause_of,
    pause_request,
)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("hkwatch://item/123", ItemLink(ItemId(123))),
        ("hkwatch://item/123/", ItemLink(ItemId(123))),
        ("HKWATCH://Item/123", ItemLink(ItemId(123))),
        ("hkwatch://item/9223372036854775807", ItemLink(ItemId(2**63 - 1))),
        ("hkwatch://alert/4", AlertLink(AlertId(4))),
        ("hkwatch://view/deadlines", ViewLink("deadlines")),
    ],
)
def test_a_link_names_one_thing_to_show(text: str, link: object) -> None:
    assert is_link(text)
    assert parse_link(text) == link


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hkwatch:",
        "hkwatch://",
        "hkwatch:item/1",
        "hkwatch:///item/1",
        "hkwatch://item",
        "hkwatch://item/",
        "hkwatch://item//1",
        "hkwatch://item/0",
        "hkwatch://item/-1",
        "hkwatch://item/+1",
        "hkwatch://item/1.5",
        "hkwatch://item/1_0",
        "hkwatch://item/01",
        "hkwatch://item/١",
        "hkwatch://item/9223372036854775808",
        "hkwatch://item/1//",
        "hkwatch://item/1?run=sh",
        "hkwatch://item/1#x",
        "hkwatch://item/1 --data /tmp",
        "hkwatch://item/1\n",
        "hkwatch://item/%31",
        "hkwatch://user@item/1",
        "hkwatch://item:80/1",
        "hkwatch://alert/x",
        "hkwatch://view/",
        "hkwatch://view/Deadlines",
        "hkwatch://view/../../etc",
        "hkwatch://run/xterm",
        "hkwatch://pause/1h",
        "https://item/1",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "hkwatch://item/1" + "0" * 300,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(RequestError) as refused:
        parse_link(text)
    assert refused.value.next_step.startswith("Links are hkwatch://item/NUMBER")


_NEARLY = st.lists(
    st.sampled_from(
        ["hkwatch", "HKWATCH", ":", "/", "//", "item", "view", "alert", "1", "0", "%", "?", "inbox", "\x1b", "\n"]
    ),
    max_size=8,
).map("".join)


def assert_printable(told: str) -> None:
    """One line that steers no terminal, and not longer than a person reads."""
    assert told.isprintable()
    assert len(told) < 320


@given(st.text(max_size=250) | _NEARLY | _NEARLY.map("hkwatch://".__add__))
def test_whatever_comes_it_is_a_known_thing_or_a_refusal_fit_for_a_terminal(text: str) -> None:
    try:
        link = parse_link(text)
    except RequestError as error:
        told = str(error)
        assert_printable(told)
        return
    match link:
        case ItemLink(number) | AlertLink(number):
            assert 0 < number < 2**63
            assert text.lower().removesuffix("/").endswith(f"/{number}")
        case ViewLink(view):
            assert view in LINK_VIEWS


@given(st.integers(1, 2**63 - 1))
def test_the_link_that_is_copied_leads_back(number: int) -> None:
    assert parse_link(item_link(ItemId(number))) == ItemLink(ItemId(number))


@given(st.text(max_size=12) | st.sampled_from(list(Verb)), st.text(max_size=40))
def test_a_request_from_another_start_is_known_or_refused(verb: str, argument: str) -> None:
    try:
        asked = parse_request(verb, argument)
    except RequestError as error:
        told = str(error)
        assert_printable(told)
        return
    assert asked.verb in Verb
    assert asked.argument == "" or asked.verb in (Verb.OPEN, Verb.PAUSE)


def test_a_pause_goes_over_as_whole_seconds() -> None:
    assert pause_request(3600.4) == Request(Verb.PAUSE, "3600")
    assert pause_of("3600").total_seconds() == 3600
    assert parse_request("pause", "90") == Request(Verb.PAUSE, "90")


@pytest.mark.parametrize("seconds", [0.0, 0.2, 367 * 86400.0, 1e300])
def test_a_pause_of_nothing_or_of_years_is_refused(seconds: float) -> None:
    with pytest.raises(RequestError):
        pause_request(seconds)


def test_a_first_start_that_pauses_or_only_stays_needs_no_window() -> None:
    assert [verb for verb in Verb if Request(verb).needs_window] == [Verb.SHOW, Verb.OPEN, Verb.CHECK]
