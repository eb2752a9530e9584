# SPDX-License-Identifier: MIT
"""Secrets in the options of a source: found, put out of sight, and put back. Pure.

    http://me:pa55@proxy.example.test:8080   ─►  http://me:{keyring:source.a.proxy}@proxy.example.test:8080
    Authorization: Bearer abc                ─►  Authorization: {keyring:source.a.header.authorization}

What stands in a file is the reference; what it stands for is in the keyring. In a window it is shown as four dots.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from hkwatch.domain.ids import SourceId
from hkwatch.domain.own_source import SourceOptions

DOTS = "••••"
_REFERENCE = re.compile(r"\{keyring:([A-Za-z0-9._-]{1,200})\}")
_SECRET_WORDS = ("auth", "cookie", "key", "token", "secret", "password", "session", "credential")
"""A header whose name holds one of these holds a secret."""


def reference(name: str) -> str:
    """What stands in a file for the secret of this name."""
    return f"{{keyring:{name}}}"


def references(text: str) -> tuple[str, ...]:
    """The names of the secrets a text refers to."""
    return tuple(_REFERENCE.findall(text))


def resolved(text: str, secrets: Mapping[str, str]) -> str:
    """The text with its secrets in it; those that are not there stay references."""
    return _REFERENCE.sub(lambda found: secrets.get(found[1], found[0]), text)


def is_secret_header(name: str) -> bool:
    """Whether what a header of this name says is nobody's business."""
    return any(word in name.lower() for word in _SECRET_WORDS)


def all_references(options: SourceOptions) -> frozenset[str]:
    """The names of all secrets that options refer to."""
    texts = (options.proxy, *(value for _, value in options.headers))
    return frozenset(name for text in texts for name in references(text))


def taken_out(source: SourceId, options: SourceOptions) -> tuple[SourceOptions, dict[str, str]]:
    """The options with references in place of their secrets, and the secrets by name; none where they hold none."""
    secrets: dict[str, str] = {}
    start, secret, end = _parted(options.proxy)
    proxy = options.proxy
    if secret and not references(secret):
        name = f"source.{source}.proxy"
        secrets[name] = secret
        proxy = f"{start}{reference(name)}{end}"
    headers = []
    for header, value in options.headers:
        if is_secret_header(header) and value and not references(value):
            name = f"source.{source}.header.{header.lower()}"
            secrets[name] = value
            value = reference(name)
        headers.append((header, value))
    return replace(options, proxy=proxy, headers=tuple(headers)), secrets


def shown(text: str) -> str:
    """A text as a window shows it: references are dots, and so is a password that stands in the address of a proxy."""
    start, secret, end = _parted(text)
    return f"{start}{DOTS}{end}" if secret else _REFERENCE.sub(DOTS, text)


def unshown(text: str, before: str) -> str:
    """What was entered, with the secret of before where the dots were left standing."""
    if DOTS not in text:
        return text
    start, secret, _ = _parted(before)
    return text.replace(DOTS, secret if start and secret else before)


def _parted(proxy: str) -> tuple[str, str, str]:
    """A proxy's address before its secret, the secret, and what comes after; the secret is empty where there is none."""
    scheme, mark, rest = proxy.partition("://")
    user, at, host = rest.rpartition("@")
    if not mark or not at:
        return proxy, "", ""
    name, colon, password = user.partition(":") if not user.startswith("{keyring:") else ("", "", user)
    if colon or not name:
        return f"{scheme}://{name}{colon}", password, f"@{host}"
    # A name alone is a token.
    return f"{scheme}://", user, f"@{host}"
