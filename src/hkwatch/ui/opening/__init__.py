# SPDX-License-Identifier: MIT
"""Windows that come before the main one: the first run, a damaged store, work on the data folder."""
