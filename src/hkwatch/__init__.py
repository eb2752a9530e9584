# SPDX-License-Identifier: MIT
"""hkwatch watches what happens to digital assets in Hong Kong and tells its user, once and for a reason."""

__version__ = "0.1.0"
