#!/bin/bash
# SPDX-License-Identifier: MIT
# Proves the .deb on a bare Debian: no Python, a plain user, the demo on a screen in memory, a notice, removal, purge.
#   sudo packaging/linux/prove.sh dist/hkwatch_0.1.0_amd64.deb OUT [SUITE]
# Needs root, debootstrap, ImageMagick (for the picture) and a Debian mirror. Leaves OUT/install.log, OUT/prove.log and
# OUT/demo.png; fails at the first thing that is not as it should be. SUITE is bookworm unless said otherwise.
set -euo pipefail
if [ -z "${PROVE_INSIDE:-}" ]; then
  # Everything mounted below goes away with this namespace.
  PROVE_INSIDE=1 exec unshare --mount --pid --fork --kill-child --propagation private bash "$0" "$@"
fi
deb=$(realpath "$1"); mkdir -p "$2"; out=$(realpath "$2"); suite=${3:-bookworm}
root=$(mktemp -d /var/tmp/hkwatch-prove-XXXXXX); trap 'umount -l -R "$root" && rmdir "$root"' EXIT
mount -t tmpfs -o size=3g tmpfs "$root"
exec > >(tee "$out/prove.log") 2>&1

debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "${MIRROR:-http://deb.debian.org/debian}" > "$out/debootstrap.log"
mount -t proc proc "$root/proc"; mkdir -p "$root/dev/shm" "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"; mount -t devpts devpts "$root/dev/pts" || true
cp /etc/resolv.conf "$root/etc/"; cp "$deb" "$root/root/"
cp /etc/apt/apt.conf.d/99* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
inside() { chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { chroot --userspec=tester:tester "$root" /usr/bin/env -i HOME=/home/tester PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"; }
say() { printf '\n== %s\n' "$*"; }

say "a bare $suite without Python"
if inside sh -c 'command -v python3'; then echo "there is a Python"; exit 1; fi
inside dpkg-query -W -f '.\n' | wc -l | sed 's/$/ packages/'

say "apt install"
inside apt-get update -qq
inside apt-get install -y --no-install-recommends "/root/$(basename "$deb")" 2>&1 | tee "$out/install.log" | grep -E '^(Get|Setting up hkwatch|The following|[0-9]+ upgraded)' | cut -c1-160 | grep -v ^Get
inside useradd -m tester
as_user hkwatch --version
if inside sh -c 'command -v python3'; then echo "a Python came along"; exit 1; fi
inside test ! -e /etc/xdg/autostart/hkwatch.desktop

say "the demo on a screen in memory, with a notification daemon"
inside apt-get install -y --no-install-recommends xvfb dunst dbus dbus-bin fonts-noto-cjk fonts-dejavu-core openbox > "$out/desktop.log"
cat > "$root/home/tester/session" <<'END'
Xvfb :9 -screen 0 1280x860x24 -fbdir /tmp/screen -nolisten tcp >/dev/null 2>&1 &
while [ ! -S /tmp/.X11-unix/X9 ]; do sleep 0.2; done
openbox >/dev/null 2>&1 &
dunst -print > /tmp/notices.txt 2>/tmp/dunst.log &
sleep 1
exec hkwatch --demo > /tmp/demo.log 2>&1
END
inside install -d -o tester -m 700 /home/tester/run
mkdir "$root/tmp/screen" "$root/tmp/.X11-unix"; chmod 1777 "$root/tmp/screen" "$root/tmp/.X11-unix"
set -m  # a group of its own, which ends as one
as_user DISPLAY=:9 XDG_RUNTIME_DIR=/home/tester/run dbus-run-session -- sh /home/tester/session & session=$!
for _ in $(seq 240); do
  if grep -q summary "$root/tmp/notices.txt" 2>/dev/null || grep -q Traceback "$root/tmp/demo.log" 2>/dev/null; then break; fi
  sleep 1
done
sleep 3
cat "$root/tmp/demo.log"
inside apt-get install -y --no-install-recommends sqlite3 >> "$out/desktop.log" 2>&1
store=$(cd "$root" && echo tmp/hkwatch-demo-*/hkwatch.db); test -s "$root/$store"
count() { as_user sqlite3 -readonly "/$store" "SELECT count(*) FROM $1"; }
items=$(count item); prices=$(count "price_bar WHERE asset = 'BTC'"); echo "$items items, $prices minutes and hours of BTC prices"
test "$items" -gt 0; test "$prices" -gt 0
cp "$root/tmp/screen/Xvfb_screen0" "$out/screen.xwd"; convert "xwd:$out/screen.xwd" "$out/demo.png"; rm "$out/screen.xwd"
grep -E 'appname|summary|body' "$root/tmp/notices.txt" | head -12
test ! -s "$root/tmp/demo.log"
kill -- -"$session"; wait "$session" 2>/dev/null || true

say "removal keeps what the user stored"
as_user hkwatch watch --for 3s --replica http://127.0.0.1:9 > "$out/watch.log" 2>&1 || true
stored=$root/home/tester/.local/share/hkwatch/hkwatch.db
test -s "$stored"; before=$(sha256sum < "$stored")
inside apt-get remove -y hkwatch > "$out/remove.log"
test "$before" = "$(sha256sum < "$stored")"; test ! -e "$root/usr/lib/hkwatch"; find "$stored" -printf "%u %s bytes %P$stored\n" | sed "s#$root##"

say "purge says where it is"
inside apt-get purge -y hkwatch 2>&1 | grep -A2 '^hkwatch:'
test "$before" = "$(sha256sum < "$stored")"
say "everything is as it should be"
