# SPDX-License-Identifier: MIT
"""What the person at the terminal is told."""


class RunError(Exception):
    """Ends the run with a sentence for the person at the terminal and an exit code."""

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.code = code


def say(text: str) -> None:
    """One line to the terminal, at once, so that it stands before what a child prints."""
    print(text, flush=True)
