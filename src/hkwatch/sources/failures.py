# SPDX-License-Identifier: MIT
"""Why no answer came: the exceptions of sockets and TLS → FetchError in words. Knows no HTTP library.

an exception and what caused it
├── ssl.SSLCertVerificationError   tls-expired, tls-unknown-issuer, tls-host-mismatch, tls-certificate
├── ssl.SSLError                   tls
├── socket.gaierror                dns
├── ConnectionRefusedError         refused, or proxy when one stands between
├── ENETUNREACH, EHOSTUNREACH …    unreachable
└── anything else                  connection-lost
"""

import errno
import socket
import ssl
from collections.abc import Iterator

from hkwatch.domain.errors import FetchError

_EXPIRED, _NOT_YET_VALID, _HOST, _ADDRESS = 10, 9, 62, 64
_NO_ISSUER = frozenset((2, 18, 19, 20, 21))
_UNREACHABLE = frozenset((errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL))
_NEVER_SKIPPED = "hkwatch never skips this check."


def connection_error(exc: BaseException, host: str, proxy: str | None) -> FetchError:
    """The error for a connection that failed. `proxy` is `host:port` of the one in between, None without one."""
    causes = list(_causes(exc))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _certificate_error(cause, host)
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return FetchError(
                "tls",
                f"No secure connection to {host} ({_short(cause)}).",
                "Something between may be breaking it: a proxy, a filter, or the host itself.",
            )
    for cause in causes:
        if isinstance(cause, socket.gaierror):
            return FetchError(
                "dns",
                f"The name {proxy.rsplit(':', 1)[0] if proxy else host} was not found.",
                "Check the network connection and the address.",
            )
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        if proxy:
            return FetchError(
                "proxy", f"The proxy {proxy} refuses the connection.", "Check HTTPS_PROXY and HTTP_PROXY."
            )
        return FetchError("refused", f"{host} refuses the connection.")
    if any(isinstance(cause, OSError) and cause.errno in _UNREACHABLE for cause in causes):
        return FetchError(
            "unreachable", f"There is no way to {host} from this network.", "Check the network connection."
        )
    return FetchError("connection-lost", f"{host} broke off before its answer was complete ({_short(exc)}).")


def timeout_error(host: str, seconds: float) -> FetchError:
    """The error for an answer that was not complete in time."""
    return FetchError("timeout", f"{host} did not answer completely within {seconds:g} s.")


def _certificate_error(cause: ssl.SSLCertVerificationError, host: str) -> FetchError:
    code, text = cause.verify_code, f"{cause.verify_message} {cause}".lower()
    if code == _EXPIRED or "expired" in text:
        key, what = "tls-expired", "has run out"
        step = f"Check this computer's date; if it is right, the host must renew it. {_NEVER_SKIPPED}"
    elif code == _NOT_YET_VALID or "not yet valid" in text:
        key, what = "tls-not-yet-valid", "is not valid yet"
        step = f"Check this computer's date. {_NEVER_SKIPPED}"
    elif code in (_HOST, _ADDRESS) or "mismatch" in text or "not valid for" in text:
        key, what = "tls-host-mismatch", "belongs to another host"
        step = f"Check the address; a public network may ask you to log in first. {_NEVER_SKIPPED}"
    elif code in _NO_ISSUER or "issuer" in text or "self-signed" in text or "self signed" in text:
        key, what = "tls-unknown-issuer", "cannot be traced to an issuer this computer trusts"
        step = (
            "The host may leave out a part of its chain; if your network inspects traffic, its certificate "
            f"must be in the system's store. {_NEVER_SKIPPED}"
        )
    else:
        key, what, step = "tls-certificate", f"is not accepted ({_short(cause)})", _NEVER_SKIPPED
    return FetchError(key, f"The certificate of {host} {what}.", step, temporary=False)


def _causes(exc: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [exc]
    while waiting:
        cause = waiting.pop(0)
        if cause is None or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        if isinstance(cause, BaseExceptionGroup):
            waiting.extend(cause.exceptions)
        waiting += [cause.__cause__, cause.__context__]


def _short(exc: BaseException) -> str:
    return " ".join(str(exc).split())[:160] or type(exc).__name__
