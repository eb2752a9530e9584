# SPDX-License-Identifier: MIT
"""Tests of what puts the program together."""
