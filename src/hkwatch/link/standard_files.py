# SPDX-License-Identifier: MIT
"""The first three files of a process that was started without a terminal."""

import os


def have_stderr() -> None:
    """Point file 2 at nothing where there is none: a program of Windows' desktop has none, nor have its children.

    What is opened next would take its number, and be written to by all that complain.
    """
    try:
        os.fstat(2)
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        if nowhere != 2:
            os.dup2(nowhere, 2)
            os.close(nowhere)
