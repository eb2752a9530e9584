# SPDX-License-Identifier: MIT
"""The source manager: the table of sources, one source in detail, adding, OPML."""
