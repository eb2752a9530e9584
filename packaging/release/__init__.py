# SPDX-License-Identifier: MIT
"""Makes what users install: the frozen folder, the .deb, icons, man page, licences and the parts list."""
