# SPDX-License-Identifier: MIT
"""The one place where an error of the engine, of a file or of the network becomes a text in the language in force."""

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.errors import HkwatchError
from hkwatch.services.error_words import ERRORS


def error_text(text: str, key: str = "") -> str:
    """A cause, a next step, or both in one line, as the user reads it; `key` is the error's, empty where it is not known.

    Names and figures in it stay; what nobody translated stays in English, after the general sentence of its key.
    """
    return QCoreApplication.translate(ERRORS, text.replace("\0", ""), key) if text else ""


def told(detail: str, next_step: str, key: str = "") -> str:
    """Cause and next step in one line."""
    return error_text(f"{detail} {next_step}".strip(), key)


def said(error: BaseException) -> str:
    """An exception that came back in place of an answer."""
    if isinstance(error, HkwatchError):
        return told(error.detail, error.next_step, error.key)
    return error_text(str(error))
