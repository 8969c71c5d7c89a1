#!/bin/sh
# Fetches what dev.koshin.e2e.compose needs, into e2e/target/engine: a container engine, docker compose 2, and a busybox for
# the image. What cannot be had on this machine is named, and the tests are skipped then. Never fails.
set -u
to=$(cd "$(dirname "$0")/../../.." && pwd)/target/engine
log=$to/log
mkdir -p "$to/cli-plugins"
: >"$log"
. "$(dirname "$0")/debian.sh"

without() { # WHAT REASON
    echo "container engine: without $1: $2" >&2
}

command -v dockerd >/dev/null 2>&1 || debian docker.io || without docker "it is not installed, and cannot be"

trixie docker-compose && cp "$to/docker-compose/usr/libexec/docker/cli-plugins/docker-compose" "$to/cli-plugins/" \
    || without "docker compose" "no Debian mirror offers it here"

trixie busybox-static && cp "$to/busybox-static/usr/bin/busybox" "$to/busybox" 2>>"$log" \
    || cp "$to/busybox-static/bin/busybox" "$to/busybox" 2>>"$log" \
    || without busybox "no Debian mirror offers it here"
exit 0
