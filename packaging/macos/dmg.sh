#!/bin/bash
# SPDX-License-Identifier: MIT
# dist/hkwatch.app → a disk image to drag it from: packaging/macos/dmg.sh dist
# SIGN="Developer ID Application: …" signs with that certificate; without it the bundle is signed for this Mac only.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd); out=$(cd "$1" && pwd)
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$root/src/hkwatch/__init__.py")
# Apple looks through nothing without its own time stamp; one's own Mac gives none.
stamp=none; [ -z "${SIGN:-}" ] || stamp=
codesign --force --deep --options runtime "--timestamp${stamp:+=$stamp}" --entitlements "$root/packaging/macos/entitlements.plist" \
  --sign "${SIGN:--}" "$out/hkwatch.app"
codesign --verify --deep --strict "$out/hkwatch.app"
image=$(mktemp -d); cp -R "$out/hkwatch.app" "$image/"; ln -s /Applications "$image/Applications"
hdiutil create -volname "hkwatch $version" -srcfolder "$image" -format ULMO -ov "$out/hkwatch-$version-macos-$(uname -m).dmg"
rm -rf "$image"
