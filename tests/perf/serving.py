# SPDX-License-Identifier: MIT
"""The replica as a process, told what to do line by line: EPOCH RATE; `servers.py` starts and asks it."""

import sys
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hkwatch.replica import Replica, World, faults
from hkwatch.replica.prices import level_path


def main(epoch: float, rate: float) -> None:
    """Serve until the input ends. Each line is answered when it is carried out."""
    start = datetime.fromtimestamp(epoch, UTC)
    world = World((), level_path("BTC", Decimal(95000)), Decimal("7.78"))
    replica = Replica(world, lambda: start + timedelta(seconds=(time.time() - epoch) * rate)).start()
    print(replica.base_url, flush=True)
    for line in sys.stdin:
        print(_carry_out(replica, *line.split()), flush=True)
    replica.stop()


def _carry_out(replica: Replica, what: str, value: str = "", *prefixes: str) -> str:
    if what == "hosts":
        return str(len({request.host for request in replica.requests}))
    if what == "forget":
        replica.forget_requests()
    for prefix in prefixes or [""]:
        if what in ("price", "slow"):
            replica.faults.clear(prefix)
        if what == "price":
            replica.faults.set(prefix, faults.scaled_price(Decimal(value)))
        elif what == "slow":
            replica.faults.set(prefix, faults.slow(float(value)))
    return "done"


if __name__ == "__main__":
    main(float(sys.argv[1]), float(sys.argv[2]))
