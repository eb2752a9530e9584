# SPDX-License-Identifier: MIT
"""Windows about rules and mutes."""
