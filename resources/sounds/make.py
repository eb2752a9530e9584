# SPDX-License-Identifier: MIT
"""Makes the three sounds beside it, always the same bytes: `python resources/sounds/make.py`.

ping    one soft tone              chime   two tones, rising              alarm   three short pairs, the lower one first
"""

import math
import struct
import sys
import wave
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

RATE = 22_050
_PEAK = 0.5
_ATTACK_S = 0.006

Tone = tuple[float, float, float, float]
"""Start in s, length in s, frequency in Hz, loudness 0 to 1."""

SOUNDS: dict[str, tuple[Tone, ...]] = {
    "ping": ((0.0, 0.35, 880.0, 0.8),),
    "chime": ((0.0, 0.45, 659.26, 0.8), (0.16, 0.55, 987.77, 0.8)),
    "alarm": tuple(
        tone for n in range(3) for tone in ((0.30 * n, 0.12, 740.0, 1.0), (0.30 * n + 0.13, 0.14, 988.0, 1.0))
    ),
}


def samples(tones: Sequence[Tone]) -> list[int]:
    """The tones mixed, as signed 16-bit numbers."""
    mixed = [0.0] * round(RATE * max(start + length for start, length, _, _ in tones))
    for start, length, frequency, loudness in tones:
        first = round(RATE * start)
        for n in range(round(RATE * length)):
            at_s = n / RATE
            if first + n >= len(mixed):
                break
            # Ends in nothing, so that no click is heard.
            shape = min(1.0, at_s / _ATTACK_S) * (1 - at_s / length) ** 2
            wave_form = math.sin(2 * math.pi * frequency * at_s) + 0.25 * math.sin(4 * math.pi * frequency * at_s)
            mixed[first + n] += loudness * shape * wave_form
    loudest = max(abs(value) for value in mixed)
    return [round(32_767 * _PEAK * value / loudest) for value in mixed]


def wav(tones: Sequence[Tone]) -> bytes:
    """A mono WAV file."""
    values, buffer = samples(tones), BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))
    return buffer.getvalue()


def main(folder: Path) -> None:
    """Write all sounds into a folder."""
    for name, tones in SOUNDS.items():
        (folder / f"{name}.wav").write_bytes(wav(tones))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
