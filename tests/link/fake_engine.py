# SPDX-License-Identifier: MIT
"""A small program that speaks the link as the engine does. What it does is named by its first argument.

confirm   confirms each command and writes its name to the file given as second argument
deaf      takes no notice of Stop and of the end of its input
die       ends with code 3 after its hello, except when the second argument's file exists
refuse    says that the folder is locked, and ends
protocol  greets with another protocol's number
split     sends one event in pieces, then two in one piece, and a line nobody can read
flood     sends 5,000 events
burst     sends 40 events in one piece
burst-die does the same and ends with code 3
"""

import os
import signal
import sys
import time
from pathlib import Path

from hkwatch.domain.commands import Stop
from hkwatch.domain.events import CommandDone, EngineFailed, EngineFinished, Event, ItemsAdded, Resync
from hkwatch.domain.ids import ItemId
from hkwatch.link.hello import PROTOCOL, Hello
from hkwatch.link.messages import decode_from_desktop, encode_event, encode_hello


def say(line: bytes) -> None:
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def tell(event: Event) -> None:
    say(encode_event(event))


def serve(log: Path | None, *, whole: bool = False) -> None:
    for line in sys.stdin.buffer:
        message = decode_from_desktop(line)
        if isinstance(message, Hello):
            continue
        if isinstance(message, Stop):
            tell(EngineFinished())
            return
        if log is not None:
            with log.open("a", encoding="utf-8") as file:
                file.write(f"{message if whole else message.id}\n")
        tell(CommandDone(message.id))


def main(what: str, file: Path | None) -> int:
    say(encode_hello(Hello(PROTOCOL + 1 if what == "protocol" else PROTOCOL, "test", os.getpid())))
    match what:
        case "confirm":
            serve(file)
        case "record":
            serve(file, whole=True)
        case "forget-once":
            # The first life takes a command without confirming it and dies; the second confirms.
            assert file is not None
            if file.exists():
                serve(file)
            else:
                for line in sys.stdin.buffer:
                    message = decode_from_desktop(line)
                    if not isinstance(message, Hello | Stop):
                        file.write_text(f"{message.id}\n", "utf-8")
                        os.kill(os.getpid(), signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        case "deaf-to-all":
            sys.stdin.buffer.read()
        case "deaf":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            while True:
                time.sleep(60)
        case "die":
            return 3
        case "refuse":
            tell(EngineFailed("locked", "In use.", "Stop it.", 4))
            return 4
        case "protocol":
            serve(None)
        case "split":
            whole = encode_event(ItemsAdded((ItemId(1),), back=False))
            for at in range(0, len(whole), 7):
                say(whole[at : at + 7])
            say(b'{"type": "nonsense"}\n' + encode_event(Resync()) + encode_event(ItemsAdded((ItemId(2),), back=True)))
            serve(None)
        case "flood":
            for number in range(5000):
                tell(ItemsAdded((ItemId(number),), back=False))
            serve(None)
        case "burst" | "burst-die":
            say(b"".join(encode_event(ItemsAdded((ItemId(number),), back=False)) for number in range(40)))
            if what == "burst-die":
                return 3
            serve(None)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None))
