# SPDX-License-Identifier: MIT
"""What PySide's Python side is told before the window's modules are imported."""

import linecache
import sys
from types import ModuleType

import PySide6.QtCore  # noqa: F401 - brings its Python side with it


def look_into_no_source() -> None:
    """Keep PySide from reading the source text of every module imported from now on, this program's and all others.

    It looks for its name there, to know which modules could want its `__feature__` spellings, and Python keeps all it
    has read: 10 MB in the end. Nobody here wants them, so the answer is the same for all. Where another release of
    PySide goes about it in another way, nothing is changed.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _may)  # noqa: B010 - typed as any module
        # What it has read until now; whoever needs a line of it reads it again.
        linecache.clearcache()


def _may(_module: ModuleType) -> bool:
    # "Yes" is the usual spelling; "no" would be the spelling that was used last.
    return True
