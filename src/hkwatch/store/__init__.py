# SPDX-License-Identifier: MIT
"""SQLite: migrations and plain functions that return plain data. No cursor or row leaves a function."""
