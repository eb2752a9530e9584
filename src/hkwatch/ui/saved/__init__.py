# SPDX-License-Identifier: MIT
"""Saved searches in the window: the star in the box, the section of the rail, the dialog in which one is named."""
