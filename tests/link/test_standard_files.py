# SPDX-License-Identifier: MIT
"""An engine whose parent has no terminal, as every program of Windows' desktop: what it prints reaches nobody."""

import subprocess
import sys

import pytest

from hkwatch.link.hello import Hello
from hkwatch.link.messages import decode_from_engine

_CHILD = """
import os
from hkwatch.link.engine_end import EngineLink
from hkwatch.link.hello import Hello
link = EngineLink(Hello(1, "test", os.getpid()))
print("a library says something")
os.write(2, b"and so does the system\\n")
os.write(1, b"by its number, too\\n")
link.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="closes a file by way of a shell")
def test_an_engine_without_standard_error_speaks_nothing_but_the_link() -> None:
    command = ["sh", "-c", 'exec "$0" -c "$1" 2>&-', sys.executable, _CHILD]
    ended = subprocess.run(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False)
    assert ended.returncode == 0
    (line,) = ended.stdout.splitlines()
    assert isinstance(decode_from_engine(line), Hello)
