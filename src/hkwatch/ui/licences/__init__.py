# SPDX-License-Identifier: MIT
"""The licence board: what changed on the registers, who is on them, their stories, and a check of a name."""
