# SPDX-License-Identifier: MIT
"""How long a test waits for something to happen before it says that it does not.

Waiting costs nothing where the thing happens; a machine that does ten things at once may be slow and is not broken.
"""

PATIENCE_S = 60.0
PATIENCE_MS = 60_000
