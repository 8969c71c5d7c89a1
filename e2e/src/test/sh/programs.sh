#!/bin/sh
# Installs programs that Koshin is tried with: shells that complete its command line, and age. What cannot be had on this
# machine is left out; its test is skipped then. Never fails.
set -u
to=$(cd "$(dirname "$0")/../../.." && pwd)/target/programs
log=$to/log
mkdir -p "$to"
: >"$log"
. "$(dirname "$0")/debian.sh"

for program in zsh fish age; do
    command -v "$program" >/dev/null 2>&1 || debian "$program" || echo "programs: without $program: it cannot be installed" >&2
done
exit 0
