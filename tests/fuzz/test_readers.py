# SPDX-License-Identifier: MIT
"""No document, however it was made wrong, ends a reader in another way than its own errors, or takes long.

The short form is in every check. The long one mutates for an hour in all: `HKWATCH_FUZZ_S` sets other seconds.
"""

import os
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.mutations import OWN, mutate
from fuzz.running import Findings, one, run
from fuzz.targets import Target, targets

HOUR_S = 3600.0
NAMES = (
    *("feed", "json feed", "register", "json api", "opml", "csv", "settings", "catalogue", "rules", "alert", "query"),
    "link",
)
SHORT = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def target(name: str) -> Target:
    return next(one for one in targets() if one.name == name)


def shown(findings: Findings) -> str:
    return "\n".join(f"{what}\n    {document[:2_000]!r}" for what, document in findings.found.items())


def test_every_target_has_its_name_here() -> None:
    assert tuple(one.name for one in targets()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_documents_that_are_mutated_are_valid(name: str) -> None:
    for document, read in target(name).documents:
        read(document)


@pytest.mark.parametrize("name", NAMES)
def test_mutated_documents_are_read_or_refused(name: str) -> None:
    aim, chance = target(name), random.Random(20_250_219)
    findings = Findings(name)
    for _ in range(150):
        document, read = chance.choice(aim.documents)
        one(aim, read, mutate(chance, document, aim.form, chance.choice(aim.documents)[0]), findings)
    assert not findings.found, shown(findings)


@pytest.mark.parametrize("name", NAMES)
def test_any_pieces_put_together_are_read_or_refused(name: str) -> None:
    aim = target(name)
    pieces = st.sampled_from(OWN[aim.form]) | st.binary(max_size=8) | st.text(max_size=8).map(_utf8)

    @SHORT
    @given(st.sampled_from(aim.documents), st.lists(st.tuples(st.floats(0, 1), pieces), max_size=6))
    def check(chosen: tuple[bytes, Callable[[bytes], object]], changes: list[tuple[float, bytes]]) -> None:
        document, read = chosen
        for place, piece in changes:
            at = int(place * len(document))
            document = document[:at] + piece + document[at:]
        findings = Findings(name)
        one(aim, read, document, findings)
        assert not findings.found, shown(findings)

    check()


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", NAMES)
def test_an_hour_of_mutations_finds_nothing(name: str, figures: Callable[[str], None]) -> None:
    seconds = float(os.environ.get("HKWATCH_FUZZ_S", str(HOUR_S / len(NAMES))))
    findings = run(target(name), seconds, seed=random.SystemRandom().getrandbits(32))
    figures(f"fuzz {findings}")
    assert not findings.found, shown(findings)
