# SPDX-License-Identifier: MIT
"""Keys of the window: which command has which, changing them, and the sheet that shows them all."""
