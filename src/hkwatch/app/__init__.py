# SPDX-License-Identifier: MIT
"""Composition roots: the command line, the desktop's start, the engine's start. No logic."""
