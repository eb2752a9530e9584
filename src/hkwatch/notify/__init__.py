# SPDX-License-Identifier: MIT
"""Ways out that need no Qt: freedesktop D-Bus notifications and the terminal."""
