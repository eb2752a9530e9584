# SPDX-License-Identifier: MIT
"""The Away view: what happened while the user was not at the window. And the coverage statement's window."""
