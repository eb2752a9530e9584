# SPDX-License-Identifier: MIT
"""Tests of what passes between the two processes."""
