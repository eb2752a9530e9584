# SPDX-License-Identifier: MIT
"""The exit codes of the commands."""

import pytest

from hkwatch.app import exit_codes
from hkwatch.domain.errors import FetchError, HkwatchError, SettingsError, StoreError


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (StoreError("locked", "In use."), 4),
        (StoreError("damaged", "Malformed."), 5),
        (StoreError("newer-database", "Newer."), 3),
        (StoreError("foreign-file", "Not ours."), 3),
        (StoreError("no-such-file", "Not there."), 2),
        (StoreError("file-exists", "There already."), 2),
        (StoreError("disk", "Full."), 1),
        (FetchError("timeout", "No answer."), 1),
        (SettingsError("bad-toml", "Line 3."), 1),
    ],
)
def test_an_error_ends_a_command_with_the_code_of_its_kind(error: HkwatchError, code: int) -> None:
    assert exit_codes.of(error) == code


def test_every_code_means_one_thing() -> None:
    codes = [
        exit_codes.FINE,
        exit_codes.SOME_FAILED,
        exit_codes.USAGE,
        exit_codes.REFUSED,
        exit_codes.LOCKED,
        exit_codes.DAMAGED,
    ]
    assert codes == [0, 1, 2, 3, 4, 5]
