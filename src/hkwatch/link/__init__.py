# SPDX-License-Identifier: MIT
"""The typed messages between the desktop process and the engine process, and both ends of the wire."""
