# SPDX-License-Identifier: MIT
"""Looking at modules of the real program from within its process, from the moment it has imported them."""

import importlib.util
import sys
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


class AtImport(MetaPathFinder):
    """Has modules looked at once the program has imported them, and does not touch it otherwise."""

    def __init__(self, looks: dict[str, Callable[[ModuleType], None]]) -> None:
        self._looks = looks

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        look = self._looks.pop(fullname, None)
        if look is None:
            return None
        spec = importlib.util.find_spec(fullname)
        assert spec is not None
        assert spec.loader is not None
        run = spec.loader.exec_module

        def then_look(module: ModuleType) -> None:
            run(module)
            look(module)

        spec.loader.exec_module = then_look  # type: ignore[method-assign]
        return spec


def look(looks: dict[str, Callable[[ModuleType], None]]) -> None:
    """Call each of these with its module as soon as the program has imported it."""
    sys.meta_path.insert(0, AtImport(looks))


def when_whole(call: Callable[[Any], None]) -> dict[str, Callable[[ModuleType], None]]:
    """The look that calls `call` with the shell once all of the window has come."""

    def look_at_start(module: ModuleType) -> None:
        made = module.Start.__init__

        def and_look(self: Any, *args: Any, **kwargs: Any) -> None:
            made(self, *args, **kwargs)
            self.whole.connect(call)

        module.Start.__init__ = and_look

    return {"hkwatch.app.start": look_at_start}
