# SPDX-License-Identifier: MIT
"""The settings window: a file for each page, and what all pages are made of."""
