# SPDX-License-Identifier: MIT
"""One poll as the log of a source shows it; apart from the reader of the list, which needs none."""

from hkwatch.store.polls import PollEntry as PollEntry
