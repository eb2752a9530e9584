# SPDX-License-Identifier: MIT
"""What a screen reader does, over AT-SPI, in the system's own Python: nothing of hkwatch is imported here.

Reads one wish a line as JSON and answers each with a line: `find` (role, name: the names that begin so, with `whole`
only that name), `press` (the button), `write` (a field's text), `rows` (names within a list or table). Several roles are
joined by `|`.
"""

import json
import sys
import time

import pyatspi

PATIENCE_S = 60.0
APPLICATION = "hkwatch"


def _application():
    for one in pyatspi.Registry.getDesktop(0):
        if one is not None and one.name == APPLICATION:
            return one
    return None


def _walk(root, depth=0):
    """Everything that is on the screen, depth first; long lists are left to `rows`."""
    waiting = [root]
    while waiting:
        one = waiting.pop()
        if one is None:
            continue
        yield one
        if one.getRoleName() in ("list", "table", "tree table"):
            continue
        try:
            waiting.extend(one[number] for number in range(one.childCount - 1, -1, -1))
        except (LookupError, RuntimeError):
            continue


def _is_shown(one):
    states = one.getState()
    return states.contains(pyatspi.STATE_SHOWING) or states.contains(pyatspi.STATE_VISIBLE)


def _find(role, name, whole):
    application = _application()
    if application is None:
        return None
    for one in _walk(application):
        if (not role or one.getRoleName() in role.split("|")) and _fits(one.name, name, whole) and _is_shown(one):
            return one
    return None


def _fits(name, wanted, whole):
    return name == wanted if whole else name.startswith(wanted)


def _awaited(role, name, whole):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = _find(role, name, whole)
        if found is not None:
            return found
        time.sleep(0.05)
    raise LookupError(f"no {role or 'thing'} called {name!r}")


def _press(one):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        # What cannot be pressed yet has no such action.
        action = one.queryAction()
        for number in range(action.nActions):
            if action.getName(number).lower() in ("press", "click", "toggle"):
                action.doAction(number)
                return True
        time.sleep(0.05)
    raise LookupError(f"{one.name!r} cannot be pressed")


def _rows(one, most):
    return [one[number].name for number in range(min(one.childCount, most)) if one[number] is not None]


def answer(wish):
    """What a wish comes to; LookupError says what is not there."""
    wanted = wish.get("role", ""), wish.get("name", ""), wish.get("whole", False)
    match wish["do"]:
        case "find":
            return _awaited(*wanted).name
        case "press":
            return _press(_awaited(*wanted))
        case "write":
            _awaited(*wanted).queryEditableText().setTextContents(wish["text"])
            return True
        case "rows":
            return _rows(_awaited(*wanted), wish.get("most", 12))
    raise LookupError(wish["do"])


def main():
    for line in sys.stdin:
        try:
            told = {"answer": answer(json.loads(line))}
        except LookupError as error:
            told = {"error": str(error)}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
