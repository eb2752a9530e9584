# SPDX-License-Identifier: MIT
"""The deadline board, and how deadlines are told elsewhere in the window."""
