# SPDX-License-Identifier: MIT
"""The command palette: everything the program can do or show, found by typing. Imported when it is first opened."""
