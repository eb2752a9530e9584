# SPDX-License-Identifier: MIT
"""What the command line says, and what follows from it before anything is built. Light: the desktop process imports this."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from hkwatch.app.clock import DEMO_SCENES, SceneClock, SystemClock
from hkwatch.app.paths import AppPaths
from hkwatch.domain.clock import Clock
from hkwatch.services.settings import Settings


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says. `replica` is the address every source is really asked at, empty = the sources'."""

    paths: AppPaths
    replica: str = ""
    demo_epoch: float | None = None

    @property
    def is_demo(self) -> bool:
        """Whether this is the demo, with its own clock and its own throw-away folder."""
        return self.demo_epoch is not None


def make_clock(options: Options) -> Clock:
    """Real time, or the demo's."""
    if options.demo_epoch is None:
        return SystemClock()
    return SceneClock(DEMO_SCENES, options.demo_epoch)


def interface_language(settings: Settings, environ: Mapping[str, str] = os.environ) -> str:
    """The language of texts: the setting, or what the system's locale says."""
    if settings.general.language != "system":
        return settings.general.language
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    if locale.startswith(("zh_CN", "zh_SG", "zh-Hans")):
        return "zh-Hans"
    return "zh-Hant" if locale.startswith("zh") else "en"
