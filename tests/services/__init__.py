# SPDX-License-Identifier: MIT
"""Tests of the use-cases, over real HTTP to the replica and a real SQLite file."""
