# SPDX-License-Identifier: MIT
"""What is said of a proxy: its address without a secret, and where the user set it."""

DIRECT = "direct"
"""Asked for in place of a proxy: none, whatever the system says."""


def without_secret(proxy: str) -> str:
    """`host:port` of a proxy's address, without name and password."""
    return proxy.rsplit("@", 1)[-1].split("://", 1)[-1].rstrip("/")


def place_of(own: str, usual: str) -> str:
    """Where the proxy in force was set: `own` is that of the source, `usual` that of the settings, each empty for none."""
    if own:
        return "the proxy of this source"
    return "the proxy in the settings, Sources and schedule" if usual else "HTTPS_PROXY and HTTP_PROXY"


def unusable(proxy: str, *, is_own: bool) -> tuple[str, str]:
    """Cause and next step for one that no connection can be made for; the address may hold a password."""
    whose = "of this source" if is_own else "of the settings"
    where = place_of("own", "") if is_own else place_of("", "usual")
    return (
        f"The proxy {without_secret(proxy)} {whose} cannot be used.",
        f"Check {where}; a socks5:// proxy needs the package socksio.",
    )
