# SPDX-License-Identifier: MIT
"""Starting the engine's process, before there is anybody to hear it: it loads while the window does."""

from PySide6.QtCore import QProcess


def spawn(program: str, arguments: list[str]) -> QProcess:
    """The process, starting; hand it to `EngineProcess`. What it says until then waits in its pipe."""
    process = QProcess()
    launch(process, program, arguments)
    return process


def launch(process: QProcess, program: str, arguments: list[str]) -> None:
    """Start it; what it writes to its error channel is this process's."""
    process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
    process.start(program, arguments)
