# SPDX-License-Identifier: MIT
"""What is told here leaves by channels as well: once, signed, tried again, given up, and never with a secret in sight."""

import asyncio
import json
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.app.logs import set_up_logging
from hkwatch.domain.channel_commands import (
    ChannelAnswered,
    ChannelsChanged,
    PauseChannel,
    RemoveChannel,
    RestoreChannel,
    SaveChannel,
    TryChannel,
)
from hkwatch.domain.channels import ChannelKind, ChannelSpec, ChannelView, SecretPlace, Subject
from hkwatch.domain.errors import NotifyError, SettingsError
from hkwatch.domain.ids import ChannelId, CommandId, ItemId
from hkwatch.domain.item import Level
from hkwatch.notify.apprise_out import AppriseOut
from hkwatch.notify.secret_store import Backend, SecretStore
from hkwatch.notify.webhook import signature
from hkwatch.replica import Replica, World, faults
from hkwatch.replica.receiver import Receiver, Reply
from hkwatch.services.channel_sender import ChannelSender
from hkwatch.services.channels import Channels
from hkwatch.services.engine import Engine
from hkwatch.services.reports import LIFE
from hkwatch.store import outbox
from notify.fake_keyring import LockedKeyring, MemoryKeyring, PlainKeyring
from services.rig import EN, GRANT, RTHK, Rig, alert, price_path, query, release, run

SECRET = "wHsec-5f0c9f4e"


@dataclass
class Desk:
    """A rig with channels."""

    rig: Rig
    channels: Channels
    keyring: MemoryKeyring

    async def add(self, url: str, *, secret: str | None = None, **changes: object) -> ChannelId:
        spec = ChannelSpec(ChannelId(0), "Desk", ChannelKind.WEBHOOK, url)
        place = SecretPlace.NONE if secret is None else SecretPlace.KEYRING
        return await self.channels.save(replace(spec, secret=place, **changes), secret)  # type: ignore[arg-type]

    async def news(self, world: World, clock: SteppedClock, *numbers: int) -> None:
        for number in numbers:
            world.publish(release(number, f"{GRANT} no. {number}", clock.step(minutes=1)))
        await self.rig.poll(EN)

    async def view(self) -> ChannelView:
        await self.channels.announce()
        changed: ChannelsChanged = self.rig.of(ChannelsChanged)[-1]
        return changed.channels[0]

    async def states(self) -> list[str]:
        return [row[0] for row in await self.rig.sql("SELECT state FROM delivery ORDER BY id")]


@asynccontextmanager
async def desk(
    folder: Path, replica: Replica, clock: SteppedClock, keyring: MemoryKeyring | None = None
) -> AsyncIterator[Desk]:
    backend = keyring or MemoryKeyring()

    def used() -> Backend:
        return backend

    async with Rig(folder, replica, clock) as rig:
        await rig.load()
        await rig.poll(EN)
        assert rig.own_fetcher is not None
        sender = ChannelSender(clock, rig.own_fetcher, SecretStore({}, used), AppriseOut())
        channels = Channels(clock, rig.database, rig.notices, sender, rig.events.append)
        await channels.start()
        yield Desk(rig, channels, backend)


@pytest.fixture(autouse=True)
def back_catalogue(world: World) -> None:
    world.publish(release(1))


def test_news_leave_once_with_key_signature_and_address(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as receiver:
                await one.add(f"{receiver.url}/hook", secret=SECRET)
                await one.news(world, clock, 2)
                assert await one.rig.one("SELECT count(*) FROM delivery") == 1
                assert await one.channels.step() is None
                await one.channels.step()
                (got,) = receiver.received
            content = json.loads(got.body)
            assert content["body"].startswith(f"{GRANT} no. 2")
            assert content["subject"] == "items"
            assert content["url"].startswith("https://")
            assert got.headers["idempotency-key"] == content["id"]
            stamp = got.headers["x-hkwatch-timestamp"]
            assert got.headers["x-hkwatch-signature"] == f"sha256={signature(SECRET, stamp, got.body)}"
            assert await one.states() == ["sent"]
            assert (await one.view()).last_ok_at == clock.now()

    run(test())


def test_a_channel_takes_only_what_was_ticked_and_not_less_serious(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            await one.add("https://a.test/", subjects=(Subject.ALERTS, Subject.WATCH))
            await one.add("https://b.test/", least=Level.CRITICAL)
            paused = await one.add("https://c.test/")
            await one.channels.carry_out(PauseChannel(CommandId("p"), paused, True))
            gone = await one.add("https://d.test/")
            await one.channels.carry_out(RemoveChannel(CommandId("r"), gone))
            await one.news(world, clock, 2)
            assert await one.states() == []
            (item,) = (row[0] for row in await one.rig.sql("SELECT item_id FROM outbox"))
            await one.rig.database.run(outbox.retarget, 1, ItemId(item), Level.CRITICAL)  # type: ignore[arg-type]
            rows = await one.rig.sql("SELECT channel_id FROM delivery")
            assert rows == [(2,)]

    run(test())


def test_a_sign_of_life_leaves_by_each_channel_that_takes_news_of_the_watch_whatever_its_least_level(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            await one.add("https://a.test/", least=Level.CRITICAL)
            await one.add("https://b.test/", least=Level.HIGH, subjects=(Subject.ITEMS,))
            await one.rig.database.run(outbox.add, "life:2026-11-25", LIFE, Level.LOW, clock.now())
            assert await one.rig.sql("SELECT channel_id, subject FROM delivery") == [(1, "watch")]

    run(test())


def test_price_alerts_leave_by_a_channel_although_the_desktop_shall_say_nothing_of_them(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as phone:
                await one.add(f"{phone.url}/", subjects=(Subject.ALERTS,))
                one.rig.alerting.tell = False
                world.prices = price_path((0, 95_500), (1, 94_000), start=clock.now())
                await one.rig.price.sample()
                await one.rig.alerting.save(alert(95_000), CommandId("a"))
                clock.step(minutes=2)
                await one.rig.price.sample()
                assert await one.rig.tell() == []
                await one.channels.step()
                (message,) = (json.loads(got.body) for got in phone.received)
                assert message["title"] == "BTC below US$95,000"

    run(test())


def test_four_at_once_are_one_message_and_what_was_read_is_none(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as receiver:
                await one.add(f"{receiver.url}/")
                await one.news(world, clock, 2, 3, 4, 5)
                # That they are folded on the screen makes no second message.
                await one.rig.tell()
                await one.channels.step()
                (got,) = receiver.received
                assert json.loads(got.body)["title"] == "4 new (4 high)"
                assert json.loads(got.body)["count"] == 4
                assert await one.states() == ["sent", "folded", "folded", "folded"]
                await one.news(world, clock, 6)
                await one.rig.sql("UPDATE item SET state = 2 WHERE id = (SELECT max(item_id) FROM outbox)")
                await one.channels.step()
                assert len(receiver.received) == 1
                assert (await one.states())[-1] == "dropped"

    run(test())


def test_a_failed_try_is_repeated_with_the_same_key_then_given_up_and_listed(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as receiver:
                receiver.replies.extend([Reply(500)] * 5)
                await one.add(f"{receiver.url}/")
                await one.news(world, clock, 2)
                for minutes in (1, 5, 30, 120):
                    wait_s = await one.channels.step()
                    assert wait_s == pytest.approx(60 * minutes, abs=1)
                    view = await one.view()
                    assert view.is_failing
                    assert "500" in view.error
                    assert view.waiting == 1
                    clock.step(minutes=minutes)
                assert await one.channels.step() is None
                assert await one.states() == ["failed"]
                keys = {got.headers["idempotency-key"] for got in receiver.received}
                assert len(receiver.received) == 5
                assert len(keys) == 1
            view = await one.view()
            assert view.lost == 1
            assert GRANT.split()[0] in view.undelivered[0].title
            assert not view.undelivered[0].maybe

    run(test())


def test_while_the_computer_is_offline_no_try_counts_and_the_message_waits_for_the_network(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as receiver:
                receiver.replies.extend([Reply(0)] * 10)
                await one.add(f"{receiver.url}/")
                await one.news(world, clock, 2)
                one.channels.is_offline = lambda: True
                for _ in range(10):
                    assert await one.channels.step() == pytest.approx(60, abs=1)
                    view = await one.view()
                    assert (view.is_failing, view.waiting, view.next_at) == (
                        True,
                        1,
                        clock.now() + timedelta(minutes=1),
                    )
                    clock.step(minutes=60)
                assert await one.rig.sql("SELECT state, tries FROM delivery") == [("due", 0)]
                one.channels.is_offline = lambda: False
                await one.channels.step()
                assert await one.states() == ["sent"]

    run(test())


def test_channels_learn_from_the_sources_that_the_computer_is_offline(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            Engine(replace(one.rig.parts, channels=one.channels), one.rig.events.append, lambda: None)
            await one.rig.poll(EN, RTHK)
            assert not one.channels.is_offline()
            clock.step(minutes=10)
            for host in ("www.sfc.hk", "rthk.hk"):
                replica.faults.set(host, faults.drop())
            await one.rig.poll(EN, RTHK)
            assert one.channels.is_offline()

    run(test())


def test_a_server_that_answers_while_all_else_is_silent_has_its_tries_counted(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as receiver:
                receiver.replies.append(Reply(500))
                await one.add(f"{receiver.url}/")
                await one.news(world, clock, 2)
                one.channels.is_offline = lambda: True
                await one.channels.step()
                assert await one.rig.sql("SELECT tries FROM delivery") == [(1,)]

    run(test())


def test_a_dead_server_is_asked_once_for_all_that_waits(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as receiver:
                receiver.replies.append(Reply(0))
                await one.add(f"{receiver.url}/")
                await one.news(world, clock, 2, 3)
                await one.channels.step()
                assert len(receiver.received) == 1
                assert await one.states() == ["due", "due"]
                clock.step(minutes=1)
                await one.channels.step()
                assert await one.states() == ["sent", "sent"]
                assert not (await one.view()).error

    run(test())


def test_a_message_that_is_refused_for_itself_holds_no_other_back(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as receiver:
                receiver.replies.extend([Reply(413), Reply(200), Reply(413)])
                await one.add(f"{receiver.url}/")
                await one.news(world, clock, 2, 3)
                await one.channels.step()
                clock.step(minutes=1)
                await one.channels.step()
                assert await one.states() == ["due", "sent"]
                titles = [json.loads(got.body)["body"][-1] for got in receiver.received]
                assert titles == ["2", "3", "2"]
                assert await one.rig.sql("SELECT tries FROM delivery ORDER BY id") == [(2,), (1,)]

    run(test())


def test_a_server_that_asks_for_time_gets_it(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as receiver:
                receiver.replies.append(Reply(429, {"Retry-After": "600"}))
                await one.add(f"{receiver.url}/")
                await one.news(world, clock, 2)
                assert await one.channels.step() == pytest.approx(600, abs=1)

    run(test())


def test_a_crash_while_sending_is_listed_and_never_sent_again(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    answer = threading.Event()

    async def test(receiver: Receiver) -> None:
        receiver.replies.append(Reply(200, wait=answer))
        async with desk(tmp_path, replica, clock) as one:
            await one.add(f"{receiver.url}/")
            await one.news(world, clock, 2)
            sending = asyncio.ensure_future(one.channels.step())
            await one.rig.until(lambda: receiver.received)
            # What a killed process leaves: the request is out, its answer was never read.
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
        answer.set()
        for _ in range(2):
            async with desk(tmp_path, replica, clock) as one:
                await one.channels.once()
                view = await one.view()
                assert [lost.maybe for lost in view.undelivered] == [True]
        assert len(receiver.received) == 1

    with Receiver() as receiver:
        try:
            run(test(receiver))
        finally:
            answer.set()


def test_a_secret_that_is_used_no_more_leaves_the_keyring(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            ident = await one.add("https://a.test/", secret=SECRET)
            spec = (await one.view()).spec
            await one.channels.save(replace(spec, name="Other"), None)
            assert list(one.keyring.kept.values()) == [SECRET]
            await one.channels.save(replace(spec, secret=SecretPlace.NONE), None)
            assert one.keyring.kept == {}
            assert (await one.view()).spec.id == ident

    run(test())


def test_redirects_to_another_server_are_refused_and_the_message_goes_nowhere_else(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as receiver, Receiver() as other:
                ident = await one.add(f"{receiver.url}/")
                for status, target in ((307, f"{other.url}/"), (302, "/done")):
                    receiver.replies.append(Reply(status, {"Location": target}))
                    with pytest.raises(NotifyError) as caught:
                        await one.channels.test(ident)
                    assert caught.value.key == "redirect-refused"
                    assert caught.value.next_step
                receiver.replies.append(Reply(307, {"Location": "/moved"}))
                await one.channels.test(ident)
                assert receiver.received[-1].path == "/moved"
                assert json.loads(receiver.received[-1].body)["test"] is True
                assert other.received == []

    run(test())


def test_quiet_hours_hold_a_channel_that_waits_and_no_other(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as quiet, Receiver() as loud:
                await one.add(f"{quiet.url}/")
                await one.add(f"{loud.url}/", waits=False)
                one.channels.is_quiet = lambda level: clock.now() < START + timedelta(hours=8)
                await one.news(world, clock, 2)
                assert await one.channels.step() == 60
                assert (len(quiet.received), len(loud.received)) == (0, 1)
                clock.step(minutes=8 * 60)
                assert await one.channels.step() is None
                assert (len(quiet.received), len(loud.received)) == (1, 1)

    run(test())


def test_a_test_is_answered_by_cause_and_next_step(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as receiver:
                receiver.replies.append(Reply(403, {}, f"bad {SECRET}".encode()))
                ident = await one.add(f"{receiver.url}/desk", secret=SECRET, kind=ChannelKind.NTFY)
                await one.channels.carry_out(TryChannel(CommandId("t1"), ident))
                await one.rig.until(lambda: one.rig.of(ChannelAnswered))
                answer = one.rig.of(ChannelAnswered)[-1]
                assert (answer.command_id, answer.channel) == ("t1", ident)
                assert "403" in answer.error
                assert answer.next_step == "Check the token."
                assert SECRET not in answer.error
                assert receiver.received[0].headers["authorization"] == f"Bearer {SECRET}"

    run(test())


def test_a_secret_that_cannot_be_kept_makes_no_channel(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        for number, (keyring, key) in enumerate(((LockedKeyring(), "keyring"), (PlainKeyring(), "no-keyring"))):
            folder = tmp_path / str(number)
            folder.mkdir()
            async with desk(folder, replica, clock, keyring) as one:
                with pytest.raises(NotifyError) as caught:
                    await one.add("https://a.test/", secret=SECRET)
                assert caught.value.key == key
                assert await one.rig.one("SELECT count(*) FROM channel") == 0
                assert SECRET not in str(caught.value)

    run(test())


def test_removal_is_undone_with_its_secret_and_final_at_the_next_start(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            ident = await one.add("https://a.test/", secret=SECRET)
            await one.channels.carry_out(RemoveChannel(CommandId("a"), ident))
            assert one.rig.of(ChannelsChanged)[-1].channels == ()
            await one.channels.carry_out(RestoreChannel(CommandId("b"), ident))
            assert (await one.view()).spec.id == ident
            assert list(one.keyring.kept.values()) == [SECRET]
            await one.channels.carry_out(RemoveChannel(CommandId("c"), ident))
            await one.channels.start()
            assert one.keyring.kept == {}
            with pytest.raises(SettingsError):
                await one.channels.carry_out(RestoreChannel(CommandId("d"), ident))

    run(test())


# The library loads all it knows, and old modules of Python with it.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_no_secret_is_in_database_log_events_or_what_a_command_looks_like(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    stop_logging = set_up_logging(tmp_path / "logs" / "hkwatch.log", "engine")
    logging.getLogger().setLevel(logging.DEBUG)
    word = "tok-9d1c7be2"

    async def test() -> None:
        async with desk(tmp_path, replica, clock) as one:
            with Receiver() as receiver:
                receiver.replies.extend([Reply(500), Reply(401), Reply(403, {}, f"{SECRET} {word}".encode())])
                mail = receiver.url.replace("http://", f"json://desk:{word}@")
                commands = (
                    SaveChannel(CommandId("1"), _spec(f"{receiver.url}/", ChannelKind.WEBHOOK), SECRET),
                    SaveChannel(CommandId("2"), _spec(f"{receiver.url}/desk", ChannelKind.NTFY), word),
                    SaveChannel(CommandId("3"), _spec("", ChannelKind.APPRISE), mail),
                )
                for command in commands:
                    assert SECRET not in repr(command)
                    assert word not in repr(command)
                    await one.channels.carry_out(command)
                await one.rig.until(lambda: len(one.rig.of(ChannelAnswered)) == 3)
                assert {answer.error for answer in one.rig.of(ChannelAnswered)} == {""}
                await one.news(world, clock, 2)
                await one.channels.step()
                clock.step(minutes=1)
                await one.channels.step()
                assert len(receiver.received) >= 4
            assert SECRET not in repr(one.rig.events)
            assert word not in repr(one.rig.events)
        assert len(query(tmp_path, "SELECT id FROM channel")) == 3

    try:
        run(test())
    finally:
        stop_logging()
        logging.getLogger().setLevel(logging.WARNING)
    texts = [file.read_bytes().decode("latin-1") for file in tmp_path.rglob("*") if file.is_file()]
    assert any("channel=1 to=127.0.0.1" in text for text in texts)
    texts.append(caplog.text)
    for text in texts:
        assert SECRET not in text
        assert word not in text


def _spec(address: str, kind: ChannelKind) -> ChannelSpec:
    return ChannelSpec(ChannelId(0), kind.value, kind, address, secret=SecretPlace.KEYRING)
