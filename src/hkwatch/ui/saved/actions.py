# SPDX-License-Identifier: MIT
"""The menu of the saved searches: what it holds acts on the one chosen in the rail."""

from collections.abc import Callable

from hkwatch.ui.actions import Actions
from hkwatch.ui.saved.controller import SavedController


class SavedActions:
    """Keeps the actions in step with the rail."""

    def __init__(self, actions: Actions, saved: SavedController) -> None:
        self._actions, self._saved = actions, saved
        saved.changed.connect(self.refresh)
        self.refresh()
        actions.on("save-search", saved.edit_current)
        actions.on("saved-edit", self._with_current(saved.edit))
        actions.on("saved-up", self._with_current(lambda key: saved.move(key, -1)))
        actions.on("saved-down", self._with_current(lambda key: saved.move(key, 1)))
        actions.on("saved-remove", self._with_current(saved.remove))
        actions["saved-notify"].triggered.connect(self._on_notify)

    def refresh(self) -> None:
        """What needs a saved search is there while one is chosen."""
        current = self._saved.current
        for name in ("edit", "notify", "up", "down", "remove"):
            self._actions[f"saved-{name}"].setEnabled(current is not None)
        self._actions["saved-notify"].setChecked(current is not None and current.notify)

    def _with_current(self, act: Callable[[str], None]) -> Callable[[], None]:
        def run() -> None:
            current = self._saved.current
            if current is not None:
                act(self._saved.key_of(current))

        return run

    def _on_notify(self, on: bool) -> None:
        current = self._saved.current
        if current is not None:
            self._saved.set_notify(self._saved.key_of(current), on)
