# SPDX-License-Identifier: MIT
"""The same targets led by coverage, where atheris is installed: `python -m fuzz.guided "json feed" -max_total_time=300`.

atheris is no dependency: it has wheels for few Pythons. libFuzzer prints its own figures; a finding ends the run.
"""

import random
import sys

import atheris

with atheris.instrument_imports(include=["hkwatch"]):
    from fuzz.mutations import mutate
    from fuzz.running import Findings, one
    from fuzz.targets import targets


def main() -> None:
    """Fuzz one target until libFuzzer's own limits end it."""
    aim = next(target for target in targets() if target.name == sys.argv[1])
    documents = aim.documents

    def test_one(data: bytes) -> None:
        # The first byte chooses the reader; the rest is the document, so that coverage leads its bytes.
        if not data:
            return
        findings = Findings(aim.name)
        one(aim, documents[data[0] % len(documents)][1], data[1:], findings)
        if findings.found:
            raise RuntimeError("; ".join(findings.found))

    def change(data: bytes, max_size: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if not data or chance.random() < 0.1:
            number = chance.randrange(len(documents))
            data = bytes([number]) + documents[number][0]
        return (data[:1] + mutate(chance, data[1:], aim.form, chance.choice(documents)[0]))[:max_size]

    atheris.Setup([sys.argv[0], *sys.argv[2:], "-max_len=20000"], test_one, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
