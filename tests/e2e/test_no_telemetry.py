# SPDX-License-Identifier: MIT
"""Nobody is told anything: every connection of a whole run is written down as Python makes it, and every host is in the list."""

import json
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from e2e.command import HKWATCH, environment
from hkwatch.app.files import read_files
from hkwatch.app.paths import AppPaths
from hkwatch.replica import Replica, World
from hkwatch.sources.streams import stream_of
from hkwatch.store import asked
from hkwatch.store.db import open_reader

# Python runs this before anything of the program, and in every process of it.
_HOOK = """
import json, sys
def _note(event, given):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        target = given[1] if event in ("socket.connect", "socket.sendto") else given[0]
        with open({file!r}, "a") as out:
            out.write(json.dumps([event, target if isinstance(target, (str, list, tuple)) else repr(target)]) + chr(10))
sys.addaudithook(_note)
"""


def test_a_watch_connects_to_the_catalogues_hosts_alone_and_its_list_has_all_of_them(tmp_path: Path) -> None:
    trace, hook, data = tmp_path / "trace", tmp_path / "hook", tmp_path / "數據 data"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(_HOOK.format(file=str(trace)), "utf-8")
    with Replica(World(), lambda: datetime.now(UTC)) as replica:
        surroundings = environment()
        surroundings["PYTHONPATH"] = f"{hook}:{surroundings.get('PYTHONPATH', '')}"
        program = [*HKWATCH, "--data", str(data), "--replica", replica.base_url, "watch", "--for", "2s"]
        done = subprocess.run(program, capture_output=True, env=surroundings, timeout=120, check=False)
        assert done.returncode in (0, 1), done.stderr.decode()
        answered = {entry.host for entry in replica.requests}
        place = urlsplit(replica.base_url)
    calls = [json.loads(line) for line in trace.read_text("utf-8").splitlines()]
    connected = {tuple(target[:2]) for _, target in calls if isinstance(target, list)}
    named = {target for event, target in calls if event != "socket.connect" and isinstance(target, str)}
    # Others are sockets of this computer: a bus, a name service.
    assert connected == {(place.hostname, place.port)}
    assert named <= {place.hostname}

    paths = AppPaths.under(data)
    catalogue = read_files(paths).catalogue
    rows = (*catalogue.sources.values(), *catalogue.venues.values(), *catalogue.fx)
    known = {urlsplit(row.url).hostname for row in rows}
    known |= {urlsplit(stream.url).hostname for venue in catalogue.venues if (stream := stream_of(venue)) is not None}
    with closing(open_reader(paths.database_file)) as db:
        counted = asked.read(db)
    assert len(answered) > 5
    # A question that was on its way at the end was counted, but may never have come.
    assert answered <= set(counted)
    # RTHK sends on to a host of its own.
    assert set(counted) - known <= {"rthk9.rthk.hk"}
