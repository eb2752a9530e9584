# SPDX-License-Identifier: MIT
"""The reader: one item whole, with its languages, why it was flagged, and what can be done with it."""
