# SPDX-License-Identifier: MIT
"""Widgets, models, delegates, tray, theme and translations. No SQL, no network, no engine code."""
