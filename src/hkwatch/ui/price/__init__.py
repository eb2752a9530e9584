# SPDX-License-Identifier: MIT
"""The price panel: head, chart, alert list."""
