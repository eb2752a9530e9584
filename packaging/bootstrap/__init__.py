# SPDX-License-Identifier: MIT
"""What run.py does, in parts. The standard library only: it runs before anything is installed.

    commands ──► venv ──► system ──► terminal
        │          └────► lock   ──────▲
        └──► everything else

run.py itself only looks at Python's version, in words that the oldest Python still understands.
"""
