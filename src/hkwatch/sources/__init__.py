# SPDX-License-Identifier: MIT
"""Bytes from outside become typed values here: HTTP, feeds, APIs, price venues, the catalogue, rule packs."""
