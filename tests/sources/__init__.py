# SPDX-License-Identifier: MIT
"""Tests of what turns bytes from outside into typed values."""
