# SPDX-License-Identifier: MIT
"""What a channel may be, and what may be said of it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.channels import (
    ChannelKind,
    ChannelProblem,
    ChannelSpec,
    SecretPlace,
    pause_after,
    problems,
    service_of,
    shown_address,
    variable_for,
)
from hkwatch.domain.ids import ChannelId

NEW = ChannelId(0)


def webhook(address: str) -> ChannelSpec:
    return ChannelSpec(NEW, "Desk", ChannelKind.WEBHOOK, address)


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("https://hooks.example.test/a/b?c=d", None),
        ("http://127.0.0.1:8080/", None),
        ("http://nas/hook", None),
        ("http://192.168.1.5/hook", None),
        ("http://desk.lan/hook", None),
        ("", ChannelProblem.NO_ADDRESS),
        ("hooks.example.test/a", ChannelProblem.NOT_AN_ADDRESS),
        ("file:///etc/passwd", ChannelProblem.NOT_AN_ADDRESS),
        ("https://", ChannelProblem.NOT_AN_ADDRESS),
        ("https://[half", ChannelProblem.NOT_AN_ADDRESS),
        ("https://host:port/", ChannelProblem.NOT_AN_ADDRESS),
        ("https://example.test/a b", ChannelProblem.NOT_AN_ADDRESS),
        ("https://me:word@example.test/", ChannelProblem.SECRET_IN_ADDRESS),
        ("http://hooks.example.test/a", ChannelProblem.NOT_SECURE),
        ("http://8.8.8.8/a", ChannelProblem.NOT_SECURE),
    ],
)
def test_address_of_a_webhook(address: str, wrong: ChannelProblem | None) -> None:
    assert problems(webhook(address)) == (() if wrong is None else (wrong,))


@pytest.mark.parametrize(
    ("address", "fine"),
    [
        ("https://ntfy.sh/hk-desk_1", True),
        ("http://localhost:2586/desk", True),
        ("https://ntfy.sh/", False),
        ("https://ntfy.sh/a/b", False),
        ("https://ntfy.sh/desk?auth=x", False),
        ("https://ntfy.sh/" + "a" * 65, False),
    ],
)
def test_ntfy_needs_exactly_one_topic(address: str, fine: bool) -> None:
    spec = ChannelSpec(NEW, "Phone", ChannelKind.NTFY, address)
    assert problems(spec) == (() if fine else (ChannelProblem.NO_TOPIC,))


def test_apprise_needs_a_secret_and_no_address() -> None:
    spec = ChannelSpec(NEW, "Mail", ChannelKind.APPRISE)
    assert problems(spec) == (ChannelProblem.NO_SECRET,)
    assert problems(ChannelSpec(NEW, "Mail", ChannelKind.APPRISE, secret=SecretPlace.KEYRING)) == ()


@pytest.mark.parametrize(
    ("variable", "fine"), [("HKWATCH_SECRET_DESK", True), ("PATH", False), ("HKWATCH_SECRET_", False)]
)
def test_only_variables_of_our_own_are_read(variable: str, fine: bool) -> None:
    spec = ChannelSpec(
        NEW, "Desk", ChannelKind.WEBHOOK, "https://a.test/", secret=SecretPlace.ENVIRONMENT, variable=variable
    )
    assert problems(spec) == (() if fine else (ChannelProblem.BAD_VARIABLE,))


@given(st.text(max_size=80))
def test_the_proposed_variable_is_always_allowed(name: str) -> None:
    spec = ChannelSpec(
        NEW, "Desk", ChannelKind.WEBHOOK, "https://a.test/", secret=SecretPlace.ENVIRONMENT, variable=variable_for(name)
    )
    assert problems(spec) == ()


@given(st.text(max_size=60))
def test_any_address_is_judged_and_shown_without_an_exception(address: str) -> None:
    for kind in ChannelKind:
        spec = ChannelSpec(NEW, "Desk", kind, address)
        problems(spec)
        shown_address(spec)


def test_the_path_of_a_webhook_is_not_shown() -> None:
    assert shown_address(webhook("https://hooks.example.test/T0/B0/s3cr3t")) == "hooks.example.test"
    assert shown_address(ChannelSpec(NEW, "P", ChannelKind.NTFY, "https://ntfy.sh/desk")) == "ntfy.sh/desk"


def test_pauses_grow_and_end() -> None:
    minutes = [pause_after(tries) for tries in range(1, 7)]
    assert minutes == [
        timedelta(minutes=1),
        timedelta(minutes=5),
        timedelta(minutes=30),
        timedelta(hours=2),
        None,
        None,
    ]


@pytest.mark.parametrize(("url", "service"), [("slack://a/b/c", "slack"), ("tgram://1:x/", "tgram"), ("nonsense", "")])
def test_service_of_an_apprise_address(url: str, service: str) -> None:
    assert service_of(url) == service
