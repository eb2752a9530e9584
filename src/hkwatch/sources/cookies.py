# SPDX-License-Identifier: MIT
"""Cookies are kept while the program runs, since some hosts answer only who brings theirs back; but few, and small ones."""

from http.cookiejar import Cookie, CookieJar, DefaultCookiePolicy
from urllib.request import Request

MOST_OF_A_HOST = 20
MOST_CHARS = 4096
"""Name and value of one together."""


class FewCookies(DefaultCookiePolicy):
    """A host that sends ever more cookies neither fills the memory nor gets a longer question each time."""

    def __init__(self, jar: CookieJar) -> None:
        super().__init__()
        self._jar = jar

    def set_ok(self, cookie: Cookie, request: Request) -> bool:
        """Whether a cookie is taken: one there already may change."""
        if len(cookie.name) + len(cookie.value or "") > MOST_CHARS:
            return False
        kept = [one for one in self._jar if one.domain == cookie.domain]
        is_new = all((one.name, one.path) != (cookie.name, cookie.path) for one in kept)
        return not (is_new and len(kept) >= MOST_OF_A_HOST) and super().set_ok(cookie, request)
