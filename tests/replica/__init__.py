# SPDX-License-Identifier: MIT
"""Tests of the replica. A package, so that its file names may repeat those of other folders."""
