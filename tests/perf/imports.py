# SPDX-License-Identifier: MIT
"""What a start spends on imports, by package, out of what `python -X importtime` says."""

from collections import defaultdict

from perf.itself import profile_of

_MOST = 25


def leave_profile(said: str) -> None:
    """Write the sums where a profile is asked for; `said` is the stderr of a Python that told its imports."""
    file = profile_of("imports.txt")
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text_of(said))


def text_of(said: str) -> str:
    """Packages by the time of their modules' own code, then the dearest modules; milliseconds."""
    own: dict[str, float] = {}
    for line in said.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if line.startswith("import time:") and len(parts) == 3 and parts[0].strip().isdigit():
            name = parts[2].strip()
            own[name] = own.get(name, 0.0) + int(parts[0]) / 1000
    packages: dict[str, list[float]] = defaultdict(list)
    for name, ms in own.items():
        packages[package_of(name)].append(ms)
    ordered = sorted(packages.items(), key=lambda pair: -sum(pair[1]))
    lines = [
        f"Imports of a start, {sum(own.values()):.0f} ms in {len(own)} modules",
        f"{'ms':>8} {'modules':>7}  package",
    ]
    lines += [f"{sum(times):8.1f} {len(times):7}  {package}" for package, times in ordered[:_MOST]]
    lines += ["", f"{'ms':>8}  module, without what it imports itself"]
    lines += [f"{ms:8.1f}  {name}" for name, ms in sorted(own.items(), key=lambda pair: -pair[1])[:_MOST]]
    return "\n".join(lines) + "\n"


def package_of(module: str) -> str:
    """The package whose sum a module belongs to: of this program one for each layer, of others the whole."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "hkwatch" else parts[0]
