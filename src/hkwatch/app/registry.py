# SPDX-License-Identifier: MIT
"""The user's part of the Windows registry, as far as hkwatch writes there."""

import sys
from typing import Protocol


class Registry(Protocol):
    """Texts by key (a path below HKEY_CURRENT_USER) and name; the empty name is the key's own value."""

    def get(self, key: str, name: str) -> str | None:
        """The text, None where there is none. Raises OSError."""

    def put(self, key: str, name: str, text: str) -> None:
        """Write a text, making its key. Raises OSError."""

    def raw(self, key: str, name: str) -> bytes | None:
        """A value of bytes, None where there is none. Raises OSError."""

    def remove(self, key: str, name: str | None) -> None:
        """Remove a value; `name` None removes the key, which must have no keys below it. Nothing there is fine."""


if sys.platform == "win32":
    import winreg

    class UserRegistry:
        """The real one."""

        def get(self, key: str, name: str) -> str | None:
            """The text, None where there is none."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    return str(winreg.QueryValueEx(opened, name)[0])
            except FileNotFoundError:
                return None

        def raw(self, key: str, name: str) -> bytes | None:
            """A value of bytes, None where there is none or another kind."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value, kind = winreg.QueryValueEx(opened, name)
            except FileNotFoundError:
                return None
            return value if kind == winreg.REG_BINARY and isinstance(value, bytes) else None

        def put(self, key: str, name: str, text: str) -> None:
            """Write a text."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

        def remove(self, key: str, name: str | None) -> None:
            """Remove a text, or the key."""
            try:
                if name is None:
                    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
                    return
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                    winreg.DeleteValue(opened, name)
            except FileNotFoundError:
                return


def user_registry() -> Registry:
    """The real registry. Raises OSError anywhere but on Windows."""
    if sys.platform == "win32":
        return UserRegistry()
    raise OSError("only Windows has a registry")
