# SPDX-License-Identifier: MIT
"""Guide, keys, what is new, and what the program consists of."""
