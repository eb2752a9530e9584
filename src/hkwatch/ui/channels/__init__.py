# SPDX-License-Identifier: MIT
"""Further ways out: the window that lists them, and the one that makes or changes one."""
