# SPDX-License-Identifier: MIT
"""Tests of the pure rules."""
