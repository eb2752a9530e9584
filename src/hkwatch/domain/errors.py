# SPDX-License-Identifier: MIT
"""What can go wrong outside the program, as one tree.

    HkwatchError
    ├── SourceError
    │   ├── FetchError      the network or the server; `temporary` says whether trying again may help
    │   └── FormatError     the answer is not what the source promises
    ├── StoreError          the database or the disk
    ├── SettingsError       a settings, catalogue or rules file
    ├── NotifyError         a way out failed
    └── RequestError        a link or a request from outside that is not understood

A programming mistake is a plain exception and goes to the crash report. Every error here names its cause and the next step.
"""


class HkwatchError(Exception):
    """An error of the environment that a person may read.

    `key` names the kind for translation and tests (`http-403`), `detail` is the technical cause in English,
    `next_step` says what to do, or is empty where waiting is all one can do.
    """

    def __init__(self, key: str, detail: str, next_step: str = "") -> None:
        super().__init__(f"{detail} {next_step}".strip())
        self.key = key
        self.detail = detail
        self.next_step = next_step


class SourceError(HkwatchError):
    """A source could not be read. `body` is the beginning of what came in place of the answer, empty without any."""

    body: bytes = b""


class FetchError(SourceError):
    """No usable answer. `http_status` is None when none came; `retry_after_s` is the server's wish, None without one."""

    def __init__(
        self,
        key: str,
        detail: str,
        next_step: str = "",
        *,
        temporary: bool = True,
        http_status: int | None = None,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(key, detail, next_step)
        self.temporary = temporary
        self.http_status = http_status
        self.retry_after_s = retry_after_s


class FormatError(SourceError):
    """An answer came, but not in the promised form (HTML instead of a feed, an error inside HTTP 200)."""


class StoreError(HkwatchError):
    """The database cannot be opened, read or written."""


class SettingsError(HkwatchError):
    """A file the user may edit is wrong; `detail` names file, line or key."""


class NotifyError(HkwatchError):
    """A notification could not be handed over."""


class RequestError(HkwatchError):
    """A link or another start asked for something that is not known; nothing was done."""
