# SPDX-License-Identifier: MIT
"""Use-cases: "when this happens, do that". They join store, sources and notify; they never import Qt."""
