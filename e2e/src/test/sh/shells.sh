#!/bin/sh
# Installs the shells whose completion is tried. What cannot be had on this machine is left out; its test is skipped then.
# Never fails.
set -u
to=$(cd "$(dirname "$0")/../../.." && pwd)/target/shells
log=$to/log
mkdir -p "$to"
: >"$log"
. "$(dirname "$0")/debian.sh"

for shell in zsh fish; do
    command -v "$shell" >/dev/null 2>&1 || debian "$shell" || echo "shells: without $shell: it cannot be installed" >&2
done
exit 0
