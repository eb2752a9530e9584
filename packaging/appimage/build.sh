#!/bin/bash
# SPDX-License-Identifier: MIT
# dist/hkwatch → one file that runs on any Linux with the glibc it was built on or newer:
#   packaging/appimage/build.sh dist RUNTIME [UPDATE]
# RUNTIME is the program at the head of the file, which mounts or unpacks the rest (https://github.com/AppImage/type2-runtime;
# release.yml says which one). UPDATE tells AppImageUpdate where newer ones are; with it a .zsync file is made too.
# Needs mksquashfs, desktop-file-validate, appstreamcli, objdump and, for UPDATE, zsyncmake. COMPRESSION is zstd unless set.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); root=$here/../..; out=$(realpath "$1"); runtime=$(realpath "$2"); update=${3:-}
id=io.github.hkwatch.hkwatch
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$root/src/hkwatch/__init__.py")
name=hkwatch-$version-x86_64.AppImage
test "$(head -c 11 "$runtime" | tail -c 3 | od -An -tx1 | tr -d ' ')" = 414902 || { echo "$runtime is no runtime of type 2"; exit 1; }

# One desktop file, hkwatch.desktop: the software centre's data names it, and windows say they belong to it.
tree=$out/hkwatch.AppDir; rm -rf "$tree"
mkdir -p "$tree/usr/lib" "$tree/usr/share/metainfo" "$tree/usr/share/applications" "$tree/usr/share/icons/hicolor/scalable/apps"
cp -a "$out/hkwatch" "$tree/usr/lib/hkwatch"
sed "/^StartupNotify=/a X-AppImage-Version=$version" "$root/packaging/linux/hkwatch.desktop" > "$tree/usr/share/applications/hkwatch.desktop"
cp "$root/resources/icons/app-icon.svg" "$tree/usr/share/icons/hicolor/scalable/apps/hkwatch.svg"
# What looks for these looks for appdata.xml or, of newer kinds, for metainfo.xml.
cp "$out/$id.metainfo.xml" "$tree/usr/share/metainfo/$id.metainfo.xml"
ln -s "$id.metainfo.xml" "$tree/usr/share/metainfo/$id.appdata.xml"
# A file that is moved about has no package that shows its licences.
cp "$out/hkwatch/LICENCES.txt" "$tree/LICENCES.txt"
cat "$here/RUNTIME-LICENCE.txt" >> "$tree/LICENCES.txt"
ln -s usr/share/applications/hkwatch.desktop "$tree/hkwatch.desktop"
ln -s usr/share/icons/hicolor/scalable/apps/hkwatch.svg "$tree/hkwatch.svg"
ln -s hkwatch.svg "$tree/.DirIcon"
ln -s usr/lib/hkwatch/hkwatch "$tree/AppRun"
desktop-file-validate "$tree/hkwatch.desktop"
appstreamcli validate --no-net "$tree/usr/share/metainfo/$id.metainfo.xml"

head=$out/hkwatch.runtime; cp "$runtime" "$head"; chmod u+w "$head"
if [ -n "$update" ]; then
  # A section of fixed size waits for it, which is filled up with zeros.
  read -r size offset < <(objdump -h "$head" | awk '$2 == ".upd_info" { print $3, $6 }'); test "${#update}" -lt $((16#$size))
  printf %s "$update" > "$out/hkwatch.update"; truncate -s $((16#$size)) "$out/hkwatch.update"
  dd if="$out/hkwatch.update" of="$head" bs=64 seek=$((16#$offset)) oflag=seek_bytes conv=notrunc status=none
  rm "$out/hkwatch.update"
fi
case ${COMPRESSION:=zstd} in
  zstd) how=(-comp zstd -Xcompression-level 19);;
  *) how=(-comp "$COMPRESSION");;
esac
rm -f "$out/$name" "$out/$name.zsync"
mksquashfs "$tree" "$out/hkwatch.squashfs" -noappend -root-owned -no-xattrs -all-time 0 -mkfs-time 0 -b 256K "${how[@]}" -quiet -no-progress
cat "$head" "$out/hkwatch.squashfs" > "$out/$name"; chmod 755 "$out/$name"
rm -r "$tree" "$head" "$out/hkwatch.squashfs"
if [ -n "$update" ]; then (cd "$out" && zsyncmake -u "$name" "$name"); fi
stat -c '%n: %s bytes' "$out/$name"
