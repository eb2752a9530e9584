# SPDX-License-Identifier: MIT
"""The dialog that makes and edits a price alert."""
