# SPDX-License-Identifier: MIT
"""Tests on a real desktop of their own: X server, panel with a tray, notification daemon, private bus."""
