# SPDX-License-Identifier: MIT
"""Notices over D-Bus: what goes out and what comes back, with a daemon that does what the test tells it."""

import asyncio
import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jeepney.io.asyncio import open_dbus_connection

from hkwatch.domain.errors import NotifyError
from hkwatch.domain.ids import AlertId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.notify.dbus import DbusNotices, _clean
from hkwatch.notify.port import CloseReason, Notice, NoticePort
from notify.dbus_port import NOTICE, SteppedClock, Told, run, started
from notify.fake_daemon import FakeDaemon, Shown


def test_notice_goes_out_with_the_signature_and_words_of_the_standard(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, _):
            checked: NoticePort = port
            assert (checked.available, checked.reason, port.server) == (True, "", "fake 7.1")
            assert await port.show(NOTICE)
            (shown,) = daemon.shown
            assert shown.signature == "susssasa{sv}i"
            assert (shown.app_name, shown.replaces_id, shown.icon) == ("hkwatch", 0, "/icons/hkwatch.svg")
            assert shown.summary == "證監會 · 牌照 · High"
            assert shown.body == "證監會發牌予新平台 &lt;VATP&gt; &amp; 說明「虛擬資產交易平台」"
            assert shown.actions == ["default", "開啟", "ack", "確認"]
            assert shown.hints == {
                "urgency": ("y", 1),
                "desktop-entry": ("s", "hkwatch"),
                "category": ("s", "x-hkwatch.item"),
                "suppress-sound": ("b", True),
            }
            assert shown.expire_ms == -1

    run(test())


@pytest.mark.parametrize(
    ("level", "urgency", "expire_ms"),
    [(Level.LOW, 0, -1), (Level.NORMAL, 1, -1), (Level.HIGH, 1, -1), (Level.CRITICAL, 2, 0)],
)
def test_only_a_critical_notice_stays_until_it_is_dismissed(
    bus_address: str, level: Level, urgency: int, expire_ms: int
) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, _):
            alert = Notice(NoticeId(1), "BTC below US$100,000", "", level, alert_id=AlertId(3))
            assert await port.show(alert)
            (shown,) = daemon.shown
            assert shown.hints["urgency"] == ("y", urgency)
            assert shown.hints["category"] == ("s", "x-hkwatch.alert")
            assert shown.expire_ms == expire_ms
            assert shown.actions == ["default", "Open"]

    run(test())


def test_daemon_without_markup_gets_the_plain_body(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address, ("body",)) as daemon, started(bus_address) as (port, _):
            assert await port.show(NOTICE)
            assert daemon.shown[0].body == NOTICE.body
            assert daemon.shown[0].actions == []

    run(test())


def test_daemon_that_shows_titles_only_gets_everything_in_the_title(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address, ()) as daemon, started(bus_address) as (port, _):
            assert await port.show(dataclasses.replace(NOTICE, title="3 new", body="first\nsecond"))
            assert (daemon.shown[0].summary, daemon.shown[0].body) == ("3 new — first · second", "")

    run(test())


def test_click_comes_back_with_the_token_that_went_before_it(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, told):
            await port.show(NOTICE)
            await port.show(dataclasses.replace(NOTICE, id=NoticeId(42)))
            first, second = daemon.shown
            await daemon.click(second, "ack", "token-of-the-second")
            await daemon.click(first)
            await told.until(lambda: len(told.closed) == 2)
            assert told.activated == [(42, "ack", "token-of-the-second"), (41, "default", None)]
            assert told.closed == [(42, CloseReason.DISMISSED), (41, CloseReason.DISMISSED)]

    run(test())


def test_click_right_behind_the_answer_is_not_lost(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, told):
            daemon.on_shown = daemon.click
            for number in range(50):
                await port.show(dataclasses.replace(NOTICE, id=NoticeId(number)))
            await told.until(lambda: len(told.closed) == 50)
            assert [notice_id for notice_id, _, _ in told.activated] == list(range(50))

    run(test())


def test_click_on_a_notice_that_expired_into_the_daemons_list_still_opens(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, told):
            await port.show(NOTICE)
            (shown,) = daemon.shown
            await daemon.signal(None, "NotificationClosed", "uu", (shown.id, 1))
            await daemon.signal(None, "ActionInvoked", "us", (shown.id, "default"))
            await told.until(lambda: told.activated)
            assert told.closed == [(41, CloseReason.EXPIRED)]
            assert told.activated == [(41, "default", None)]

    run(test())


def test_signals_about_notices_of_others_are_ignored(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address, first_id=5) as daemon, started(bus_address) as (port, told):
            await port.show(NOTICE)
            (shown,) = daemon.shown
            await daemon.signal(None, "ActionInvoked", "us", (shown.id + 1, "default"))
            await daemon.signal(None, "NotificationClosed", "uu", (shown.id + 1, 2))
            await daemon.click(shown)
            await told.until(lambda: told.closed)
            assert told.activated == [(41, "default", None)]

    run(test())


def test_signals_from_somebody_who_is_not_the_daemon_are_ignored(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, told):
            await port.show(NOTICE)
            (shown,) = daemon.shown
            impostor = FakeDaemon(bus_address)
            impostor._connection = await open_dbus_connection(bus_address)
            await impostor.click(shown, "ack")
            await impostor._connection.close()
            await daemon.click(shown)
            await told.until(lambda: told.closed)
            assert told.activated == [(41, "default", None)]

    run(test())


def test_same_notice_again_replaces_the_one_on_the_screen(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, told):
            await port.show(NOTICE)
            await port.show(dataclasses.replace(NOTICE, title="corrected"))
            assert [shown.replaces_id for shown in daemon.shown] == [0, daemon.shown[0].id]
            await daemon.click(daemon.shown[1])
            await told.until(lambda: told.closed)
            await port.show(NOTICE)
            assert daemon.shown[2].replaces_id == 0

    run(test())


def test_withdrawn_notice_is_closed_once_and_an_unknown_one_not_at_all(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, told):
            await port.show(NOTICE)
            await port.withdraw(NoticeId(999))
            await port.withdraw(NOTICE.id)
            await told.until(lambda: told.closed)
            await port.withdraw(NOTICE.id)
            assert daemon.closed == [daemon.shown[0].id]
            assert told.closed == [(41, CloseReason.WITHDRAWN)]

    run(test())


def test_refused_notice_is_an_error_and_the_next_one_is_tried(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, _):
            daemon.refuses = "org.example.Error.TooMany"
            with pytest.raises(NotifyError, match="too many") as caught:
                await port.show(NOTICE)
            assert caught.value.key == "notify-refused"
            daemon.refuses = ""
            assert await port.show(NOTICE)

    run(test())


def test_text_that_no_bus_takes_does_not_cost_the_connection(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, _):
            assert await port.show(dataclasses.replace(NOTICE, title="a\0b\nc\x1b", body="half \ud83d pair"))
            assert (daemon.shown[0].summary, daemon.shown[0].body) == ("ab c", "half  pair")
            assert await port.show(NOTICE)

    run(test())


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_can_always_be_sent(text: str) -> None:
    cleaned = _clean(text)
    assert "\0" not in cleaned
    assert cleaned.encode().decode() == cleaned
    assert _clean(cleaned) == cleaned


def test_mistake_in_a_callback_is_reported_and_later_clicks_still_come(bus_address: str) -> None:
    async def test() -> None:
        reported: list[BaseException] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: reported.append(context["exception"]))

        class Faulty(Told):
            def on_activated(self, notice_id: NoticeId, action: str, token: str | None) -> None:
                super().on_activated(notice_id, action, token)
                if len(self.activated) == 1:
                    raise KeyError("a mistake")

        async with FakeDaemon(bus_address) as daemon, started(bus_address, told=Faulty()) as (port, told):
            await port.show(NOTICE)
            shown: Shown = daemon.shown[0]
            await daemon.signal(shown.sender, "ActionInvoked", "us", (shown.id, "ack"))
            await daemon.click(shown)
            await told.until(lambda: told.closed)
            assert [action for _, action, _ in told.activated] == ["ack", "default"]
            assert [type(error) for error in reported] == [KeyError]

    run(test())


def test_closed_port_shows_nothing_and_may_be_closed_again(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, _):
            await port.close()
            assert not await port.show(NOTICE)
            assert daemon.shown == []

    run(test())


@pytest.mark.parametrize(
    ("capabilities", "sound", "file"),
    [
        (("actions", "sound"), "chime", "/sounds/chime.wav"),
        (("actions", "sound"), "none", None),
        (("actions",), "chime", None),
    ],
)
def test_a_daemon_that_plays_is_given_the_file_and_no_daemon_plays_its_own(
    bus_address: str, capabilities: tuple[str, ...], sound: str, file: str | None
) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address, capabilities) as daemon:
            port = DbusNotices(
                SteppedClock(),
                bus_address,
                icon="",
                on_activated=lambda *_: None,
                on_closed=lambda *_: None,
                sound_file=lambda name: Path(f"/sounds/{name}.wav"),
            )
            await port.start()
            assert port.plays_sounds is ("sound" in capabilities)
            await port.show(dataclasses.replace(NOTICE, sound=sound))
            await port.close()
            (shown,) = daemon.shown
            assert shown.hints.get("sound-file", ("s", None))[1] == file
            assert shown.hints["suppress-sound"] == ("b", file is None)

    run(test())
