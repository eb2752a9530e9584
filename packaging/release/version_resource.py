# SPDX-License-Identifier: MIT
"""What Windows shows of the program in the list of processes, at its notices and among what starts at login.

The resource itself is made with PyInstaller, on Windows.
"""

from typing import Any

_ENGLISH, _UNICODE = 0x0809, 0x04B0


def of(version: str) -> Any:
    """The resource for `version`, such as 1.2.3; what follows the numbers shows in the text alone."""
    from PyInstaller.utils.win32 import versioninfo  # type: ignore[import-untyped]  # on Windows only

    texts = {
        "CompanyName": "The hkwatch authors",
        "FileDescription": "hkwatch",
        "FileVersion": version,
        "InternalName": "hkwatch",
        "LegalCopyright": "MIT licence; Qt under the LGPL-3",
        "OriginalFilename": "hkwatch.exe",
        "ProductName": "hkwatch",
        "ProductVersion": version,
    }
    four = numbers(version)
    table = versioninfo.StringTable(
        f"{_ENGLISH:04X}{_UNICODE:04X}", [versioninfo.StringStruct(name, text) for name, text in texts.items()]
    )
    language = versioninfo.VarStruct("Translation", [_ENGLISH, _UNICODE])
    return versioninfo.VSVersionInfo(
        ffi=versioninfo.FixedFileInfo(filevers=four, prodvers=four, OS=0x40004, fileType=1),
        kids=[versioninfo.StringFileInfo([table]), versioninfo.VarFileInfo([language])],
    )


def numbers(version: str) -> tuple[int, int, int, int]:
    """Four numbers, as the resource holds them: 1.2.3rc1 is 1, 2, 3, 0."""
    found = []
    for part in version.split(".")[:4]:
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        found.append(min(int(digits), 0xFFFF))
    found += [0] * (4 - len(found))
    return found[0], found[1], found[2], found[3]
