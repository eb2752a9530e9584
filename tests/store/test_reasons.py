# SPDX-License-Identifier: MIT
"""Reasons as stored: JSON that says what they say, whatever stands in a text."""

import json
from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.flags import Flags, Reason
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.store.reasons import reasons_from_json, reasons_json

_WORDS = st.text(max_size=12)
_REASONS = st.builds(Reason, _WORDS, _WORDS, _WORDS, _WORDS, st.integers(0, 900), st.integers(0, 900), _WORDS)


def flags(reasons: list[Reason]) -> Flags:
    return Flags((Topic.OTHER,), False, False, Level.LOW, DocType.MEDIA, tuple(reasons))


@given(st.lists(_REASONS, max_size=3))
def test_reasons_are_stored_as_an_encoder_writes_them_and_read_back(reasons: list[Reason]) -> None:
    stored = reasons_json(flags(reasons))
    assert stored == json.dumps([asdict(one) for one in reasons], ensure_ascii=False, separators=(",", ":"))
    assert reasons_from_json(stored) == tuple(reasons)
