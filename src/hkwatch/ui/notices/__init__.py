# SPDX-License-Identifier: MIT
"""How the user is told: the settings of it, the log of it, and notices the window shows itself."""
