#!/bin/bash
# SPDX-License-Identifier: MIT
# dist/hkwatch → one file that runs on any Linux with glibc 2.35 or newer: packaging/appimage/build.sh dist
# Needs appimagetool (https://github.com/AppImage/appimagetool) on the PATH.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); root=$here/../..; out=$(realpath "$1")
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$root/src/hkwatch/__init__.py")
tree=$out/hkwatch.AppDir; rm -rf "$tree"; mkdir -p "$tree/usr/lib" "$tree/usr/share/metainfo"
cp -a "$out/hkwatch" "$tree/usr/lib/hkwatch"
cp "$root/packaging/linux/hkwatch.desktop" "$tree/hkwatch.desktop"
cp "$root/resources/icons/app-icon.svg" "$tree/hkwatch.svg"
cp "$out/io.github.hkwatch.hkwatch.metainfo.xml" "$tree/usr/share/metainfo/io.github.hkwatch.hkwatch.appdata.xml"
ln -s usr/lib/hkwatch/hkwatch "$tree/AppRun"
ARCH=x86_64 appimagetool --no-appstream "$tree" "$out/hkwatch-$version-x86_64.AppImage"
