# SPDX-License-Identifier: MIT
"""The engine as a process of its own, told over its pipes to find, add and show a source."""

import json
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from e2e.command import HKWATCH, environment, hkwatch
from hkwatch import __version__
from hkwatch.domain import commands as cmd
from hkwatch.domain.ids import CommandId, SourceId
from hkwatch.domain.own_source import NewSource
from hkwatch.link.hello import PROTOCOL, Hello
from hkwatch.link.messages import encode_command, encode_hello
from hkwatch.replica import Replica, World
from hkwatch.replica.world import FeedItem

OWN = SourceId("two-example-test-example-two-news")
URL = "https://two.example.test/site/news.xml"


@pytest.fixture
def replica() -> Iterator[Replica]:
    world = World()
    issued = datetime.now(UTC) - timedelta(hours=1)
    world.publish(FeedItem("example-two-news", 1, "n1", "Bulletin 1", "Text.", issued))
    with Replica(world, lambda: datetime.now(UTC)) as running:
        yield running


def test_engine_finds_adds_and_shows_a_source_and_remembers_it(tmp_path: Path, replica: Replica) -> None:
    process = subprocess.Popen(
        [*HKWATCH, "engine", "--data", str(tmp_path), "--replica", replica.base_url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )
    assert process.stdin is not None
    assert process.stdout is not None

    def send(command: cmd.Command) -> None:
        assert process.stdin is not None
        process.stdin.write(encode_command(command))
        process.stdin.flush()

    def wait_for(kind: str, source: str = "") -> dict[str, Any]:
        assert process.stdout is not None
        for line in process.stdout:
            message = json.loads(line)
            if message["type"] != kind:
                continue
            event: dict[str, Any] = message["event"]
            if not source:
                return event
            for one in event["sources"]:
                if one["source"] == source and one.get("last_ok_at"):
                    return dict(one)
        raise AssertionError(f"the engine ended without {kind}")

    try:
        process.stdin.write(encode_hello(Hello(PROTOCOL, __version__, 1)))
        process.stdin.flush()
        send(cmd.FindSources(CommandId("1"), "two.example.test"))
        found = wait_for("sources-found")["found"]
        assert [one["title"] for one in found] == ["Example Two news", "Example Two notices"]
        send(cmd.AddSources(CommandId("2"), (NewSource(found[0]["url"], found[0]["title"]),)))
        assert wait_for("sources-added")["added"] == [OWN]
        line = wait_for("watch-status", OWN)
        assert (line["own"], line["publisher_short_en"], line["items"]) == (True, "two.example.test", 1)
        send(cmd.ReadBody(CommandId("3"), OWN))
        assert "Bulletin 1" in wait_for("body-read")["text"]
        # Another process may look, and not write.
        assert hkwatch("sources", "pause", OWN, "--data", tmp_path).returncode == 4
        send(cmd.Stop(CommandId("4")))
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
    assert OWN in hkwatch("sources", "list", "--data", tmp_path).stdout
