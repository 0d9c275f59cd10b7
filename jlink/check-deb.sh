#!/usr/bin/env bash
# Installs the deb of folder $1 (target/dist) in a bare Debian without Java, trains the rings there, has a digit judged, opens
# the window, removes the package, and sees that nothing stays but a person's own files. Run by "mvn -Pdist verify". Needs root,
# debootstrap, Xvfb, openbox and xdotool; without them it says why it is left out and ends with 3. "check-deb.sh DIR ready" says no
# more than whether it can be done.
set -euo pipefail
work=$(cd "${1:?the folder with the deb}" && pwd)

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\ncheck-deb: FAILED: %s\n' "$*" >&2; exit 1; }
# Exit code 3, which the build takes for a reason and not for a failure.
skip() { printf '\n== the check of the deb is left out: %s\n' "$*"; exit 3; }

[ "$(id -u)" -eq 0 ] || skip "it needs root, for a bare Debian of its own"
for tool in debootstrap apt-get dpkg-deb fakeroot Xvfb openbox xdotool; do
  command -v "$tool" >/dev/null || skip "$tool is not installed"
done
# The Debian that this machine itself is made of, from where it gets its own packages.
suite=$(. /etc/os-release; [ "${ID:-}" = debian ] && echo "${VERSION_CODENAME:-}") || true
[ -n "$suite" ] || skip "this machine is no Debian with a name, so where to get one is not known"
mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
  awk -v suite="$suite" '$2 == suite && $3 == "main" { print $1; exit }')
[ -n "$mirror" ] || skip "apt of this machine has no source for $suite"
[ "${2:-}" != ready ] || exit 0
deb=$(find "$work" -maxdepth 1 -name '*.deb' | head -n 1)
[ -n "$deb" ] || fail "there is no deb in $work"

root=$(mktemp -d)
# Other people than root are to enter it.
chmod 755 "$root"
started=()
mounted=()
finish() {
  for process in ${started[@]+"${started[@]}"}; do kill "$process" 2>/dev/null || true; done
  for place in ${mounted[@]+"${mounted[@]}"}; do umount "$place" || umount -l "$place" || true; done
  # Never through a mount that would not go.
  rm -rf --one-file-system "$root"
}
trap finish EXIT

say "a bare $suite"
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$work/debootstrap.log" 2>&1 ||
  { tail -n 20 "$work/debootstrap.log"; fail "debootstrap ended with exit code $?"; }
mkdir -p "$root/tmp/.X11-unix"
mount -t proc proc "$root/proc" || skip "nothing may be mounted here"
mounted+=("$root/proc")
mkdir -p /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix" || fail "the screen cannot be shared with the bare Debian"
mounted+=("$root/tmp/.X11-unix")
chmod 1777 "$root/tmp"

inside() { DEBIAN_FRONTEND=noninteractive LC_ALL=C chroot "$root" "$@"; }
# As a person, without the makers' variables.
person() {
  chroot --userspec=anna:anna "$root" env -i HOME=/home/anna USER=anna PATH=/usr/bin:/bin LANG=C.UTF-8 ${DISPLAY:+DISPLAY="$DISPLAY"} \
    sh -c 'cd && exec "$@"' sh "$@"
}
# All files but those in which Debian keeps books on packages. A person's own are under /home.
files() {
  find "$root" -xdev \( -path "$root/home" -o -path "$root/proc" -o -path "$root/dev" -o -path "$root/sys" -o -path "$root/tmp" \
    -o -path "$root/var/log" -o -path "$root/var/lib/dpkg" -o -path "$root/var/lib/apt" -o -path "$root/var/cache" \) -prune \
    -o -print | sed "s|^$root||" | sort
}

say "what the deb depends on"
cp "$deb" "$root/tmp/penumbra.deb"
inside apt-get update -qq
inside useradd --create-home anna
# Without the package itself, so that its own files can be told from those of others.
depends=$(dpkg-deb --field "$deb" Depends)
echo "$depends"
inside apt-get satisfy -y -qq --no-install-recommends "$depends" >"$work/depends.log" 2>&1 ||
  { tail -n 20 "$work/depends.log"; fail "what the deb depends on could not be installed"; }
if inside sh -c 'command -v java' >/dev/null; then fail "there is a Java in the bare Debian, so the check would prove nothing"; fi
files >"$work/files-before.txt"

say "install"
inside apt-get install -y -qq --no-install-recommends /tmp/penumbra.deb >"$work/install.log" 2>&1 ||
  { tail -n 20 "$work/install.log"; fail "the deb could not be installed"; }
if grep -i 'penumbra:' "$work/install.log"; then fail "the installation complained"; fi
files >"$work/files-installed.txt"
[ -e "$root/opt/penumbra/lib/app/penumbra.jsa" ] || fail "the archive of classes was not made"
grep -q '/usr/share/applications/.*penumbra' "$work/files-installed.txt" || fail "there is no entry for the desktop's menu"
if [ -e "$root/usr/share/mime/globs2" ]; then grep -q "[.]penumbra$" "$root/usr/share/mime/globs2" || fail "models are no known kind of file"; fi
du -sm "$root/opt/penumbra" | awk '{ print $1 " MB in /opt/penumbra" }'
[ "$(du -sm "$root/opt/penumbra" | cut -f 1)" -lt 250 ] || echo "WARNING: that is more than the 250 MB which it is to stay below"

say "the program"
person penumbra --version
person penumbra rings --steps 300 --out rings | tee "$work/rings.json"
grep -q '"accuracy"' "$work/rings.json" || fail "the rings were not trained"
[ "$(head -c 4 "$root/home/anna/rings/y.png" | tail -c 3)" = PNG ] || fail "rings left no picture"
cp "$work/seven.png" "$root/home/anna/seven.png"
person penumbra score mnist-dae-sym seven.png | tee "$work/score.json"


say "the window"
exec 7< <(exec Xvfb -displayfd 1 -screen 0 1600x1000x24 -nolisten tcp -ac 2>"$work/xvfb.log")
started+=($!)
read -r -t 30 number <&7 || fail "Xvfb did not open a screen"
export DISPLAY=:$number
openbox >"$work/openbox.log" 2>&1 &
started+=($!)
sleep 2
person penumbra >"$work/window.log" 2>&1 &
program=$!
started+=("$program")
window=
for second in $(seq 120); do
  window=$(xdotool search --onlyvisible --name 'Penumbra$' 2>/dev/null | head -n 1) || true
  [ -z "$window" ] || break
  sleep 1
done
[ -n "$window" ] || { cat "$work/window.log"; fail "no window was opened within two minutes"; }
sleep 15
if command -v import >/dev/null; then import -window root "$work/window.png"; fi
timeout 60 xdotool windowactivate --sync "$window" key alt+F4 || fail "the window could not be closed"
code=0
wait "$program" || code=$?
[ $code -eq 0 ] || { cat "$work/window.log"; fail "the program ended with exit code $code when its window was closed"; }
person penumbra bench window >"$work/room.json" || { cat "$work/room.json"; fail "bench window: exit code $?"; }
[ "$(grep -c '"lab"' "$work/room.json")" -eq 5 ] || fail "bench window looked elsewhere than into five labs"
person penumbra bench start --warm --rounds 2 || fail "bench start: exit code $?"

say "remove"
inside apt-get purge -y -qq penumbra >"$work/remove.log" 2>&1 ||
  { tail -n 20 "$work/remove.log"; fail "the package could not be removed"; }
files >"$work/files-after.txt"
diff "$work/files-before.txt" "$work/files-after.txt" || fail "the package left or took away the files above"
[ -e "$root/home/anna/rings/y.png" ] || fail "a person's own files went as well"
find "$root/home/anna" -mindepth 1 -maxdepth 3 -name '*penumbra*' | sed "s|^$root|stays: |"
say "the deb passed"
