# SPDX-License-Identifier: MIT
"""From the window with its first rows to the whole of it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtWidgets import QApplication

from hkwatch.app.engine_command import engine_command
from hkwatch.app.front import Front
from hkwatch.domain.errors import HkwatchError
from hkwatch.domain.request import Request
from hkwatch.link.spawn import spawn
from hkwatch.ui.later import Later, Steps

if TYPE_CHECKING:
    from hkwatch.ui.shell import Shell


class Start(QObject):
    """Shows the front and has the rest come later, or all at once where there is no window to wait in."""

    whole = Signal(object)
    """Shell: everything is there."""
    failed = Signal()
    """It will never be; `problem` says why."""

    def __init__(self, app: QApplication, front: Front, problems: list[HkwatchError], *, watches: bool) -> None:
        """`problems` are told in the window; with `watches` False no engine is started."""
        super().__init__()
        self._app, self._front, self._problems, self._watches = app, front, problems, watches
        self.shell: Shell | None = None
        """None until everything is there."""
        self._spawned: QProcess | None = None
        self._later = Later(self._load, self)
        self._later.begun.connect(self._spawn)
        self._later.done.connect(self._on_done)
        self._later.failed.connect(self.failed)

    @property
    def problem(self) -> Exception | None:
        """Why it could not be put together; None = nothing is wrong."""
        return self._later.problem

    def begin(self, *, hidden: bool) -> None:
        """Show the window and go on behind it; `hidden` shows nothing and does everything before it returns."""
        if hidden:
            self.whole.connect(lambda shell: shell.start(hidden=True))
            self.finish()
            return
        window = self._front.window
        self.whole.connect(lambda shell: shell.start(hidden=False))
        self._front.opening.await_rows()
        window.bring_up()
        window.focus_list()
        self._later.begin(window, window.inbox.view.viewport())

    def finish(self) -> None:
        """Everything there now: somebody wants to act."""
        self._later.finish()

    def carry_out(self, request: Request, token: str = "") -> None:
        """Do what a start asks for. `token` is the right to come before other windows, on Wayland."""
        self.finish()
        if self.shell is not None:
            self.shell.requests.carry_out(request, token)

    def carry_out_when_whole(self, request: Request) -> None:
        """Do what this start itself asks for, without holding up the first picture: a window stands there unpainted
        while everything is finished at once."""
        if self.shell is not None:
            self.shell.requests.carry_out(request)
        else:
            self.whole.connect(lambda shell: shell.requests.carry_out(request))

    def refuse(self, detail: str, next_step: str) -> None:
        """A later start asked for what is not known."""
        self.finish()
        if self.shell is not None:
            self.shell.requests.refuse(detail, next_step)

    def _spawn(self) -> None:
        if self._watches:
            # The engine takes longest to load, and does so beside the window.
            self._spawned = spawn(*engine_command(self._front.options))

    def _load(self) -> Steps:
        from hkwatch.app.whole import Facts, make_whole  # noqa: PLC0415 - it is what comes later

        facts = Facts.read(self._front.options)
        return partial(
            make_whole,
            self._app,
            self._front,
            facts,
            self._problems,
            None,
            self._take,
            watches=self._watches,
            spawned=self._spawned,
        )

    def _take(self, shell: "Shell") -> None:
        self.shell = shell

    def _on_done(self) -> None:
        self.whole.emit(self.shell)
