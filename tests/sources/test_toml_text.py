# SPDX-License-Identifier: MIT
"""Whatever is written as TOML reads back the same."""

import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.sources.toml_text import to_toml

texts = st.text(st.characters(codec="utf-8"), max_size=12)
scalars = texts | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.dates()
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)
documents = st.dictionaries(texts, values, max_size=5)


@given(documents)
def test_what_is_written_reads_back_the_same(data: dict[str, object]) -> None:
    assert tomllib.loads(to_toml(data)) == data


def test_tables_are_written_as_a_person_would() -> None:
    text = to_toml(
        {"rule": [{"id": "a", "labels": ["x"]}], "words": {"licence": {"add": ["批給"]}}, "on": date(2026, 1, 2)}
    )
    assert text == 'on = 2026-01-02\n\n[[rule]]\nid = "a"\nlabels = ["x"]\n\n[words.licence]\nadd = ["批給"]\n'
