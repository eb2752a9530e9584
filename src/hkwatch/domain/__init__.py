# SPDX-License-Identifier: MIT
"""Pure rules: no clock, file, socket, global or Qt. `now` is always an argument."""
