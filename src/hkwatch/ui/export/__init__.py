# SPDX-License-Identifier: MIT
"""Files made of the items shown: lists, and the audit report."""
