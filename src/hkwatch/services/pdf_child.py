# SPDX-License-Identifier: MIT
"""A PDF read by a short-lived process of our own, so that no document can hang the engine or use up its memory.

bytes ─stdin─► child (bounded memory and time) ─stdout─► one line ─► text, or an error that names cause and next step
"""

import asyncio
import subprocess

from hkwatch.domain.errors import FormatError
from hkwatch.sources.pdf_outcome import MAX_BYTES, TIMEOUT_S, Outcome, decode

_OPEN = "Open the document at the source."
_ERRORS = {
    "html": ("pdf-is-page", "A web page came where a PDF was due.", "It is asked again later."),
    "not-pdf": ("pdf-is-other", "What came is no PDF.", "It is asked again later."),
    "encrypted": ("pdf-encrypted", "The PDF can only be read with a password.", _OPEN),
    "no-text": ("pdf-no-text", "The PDF holds pictures of its pages and no text.", _OPEN),
    "broken": ("pdf-broken", "The PDF is damaged, or breaks off in the middle.", _OPEN),
    "memory": ("pdf-too-large", "The PDF needs more memory than one may use here.", _OPEN),
    "slow": ("pdf-too-slow", "The PDF took too long to read and was given up.", _OPEN),
    "no-reader": ("pdf-no-reader", "The program that reads PDFs could not be started.", "Install hkwatch again."),
}
KEYS = frozenset(key for key, _detail, _next in _ERRORS.values())
"""Every error that reading a PDF can come to."""
MAY_MEND = frozenset(("pdf-is-page", "pdf-is-other", "pdf-too-slow", "pdf-no-reader"))
"""Those of them that a later try may not meet."""
# A console window would flash up at each document.
_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class PdfChild:
    """Starts the reading process, for one document at a time."""

    def __init__(self, command: tuple[str, ...], timeout_s: float = TIMEOUT_S) -> None:
        """`command` is program and arguments; `timeout_s` real seconds, after which the process is killed."""
        self._command = command
        self._timeout_s = timeout_s
        self._one_at_a_time = asyncio.Lock()

    async def read(self, body: bytes) -> Outcome:
        """The text of a document. Raises FormatError with one of `KEYS`."""
        if len(body) > MAX_BYTES:
            raise failure("memory")
        async with self._one_at_a_time:
            answer = await self._ask(body)
        outcome = decode(answer)
        if outcome is None:
            raise failure("broken")
        if outcome.error:
            raise failure(outcome.error)
        return outcome

    async def _ask(self, body: bytes) -> bytes:
        pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        try:
            child = await asyncio.create_subprocess_exec(
                *self._command, stdin=pipe, stdout=pipe, stderr=nowhere, creationflags=_FLAGS
            )
        except OSError as exc:
            raise failure("no-reader") from exc
        try:
            async with asyncio.timeout(self._timeout_s):
                answer, _ = await child.communicate(body)
        except TimeoutError as exc:
            raise failure("slow") from exc
        finally:
            if child.returncode is None:
                child.kill()
                # Its pipes are read to their end, or they would outlive the loop.
                await child.communicate()
        return answer


def failure(error: str) -> FormatError:
    """The error for what an outcome says; an unknown word is a broken document."""
    return FormatError(*_ERRORS.get(error, _ERRORS["broken"]))
