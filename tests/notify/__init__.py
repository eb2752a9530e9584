# SPDX-License-Identifier: MIT
"""Tests of the ways out that need no Qt."""
