#!/bin/sh
# Fetches the GitLab clients that dev.koshin.e2e.clients tries against the simulator, into e2e/target/clients. What cannot
# be had on this machine is named and left out; its test is skipped then. Never fails.
set -u
to=$(cd "$(dirname "$0")/../../.." && pwd)/target/clients
log=$to/log
mkdir -p "$to"
: >"$log"

without() { # CLIENT REASON
    echo "foreign clients: without $1: $2" >&2
}

. "$(dirname "$0")/debian.sh"

command -v git >/dev/null 2>&1 || debian git || without git "it is not installed, and cannot be"

trixie glab || without glab "no Debian mirror offers it here"

python=/usr/bin/python3
"$python" -c 'import requests, requests_toolbelt' 2>/dev/null \
    || debian python3 python3-requests python3-requests-toolbelt
"$python" -c 'import requests, requests_toolbelt' 2>/dev/null && trixie python3-gitlab \
    || without python-gitlab "no Debian mirror offers it here, or its libraries are missing"

command -v npm >/dev/null 2>&1 || debian nodejs npm
if ! command -v npm >/dev/null 2>&1; then
    without gitbeaker "npm is not installed, and cannot be"
elif [ ! -d "$to/node/node_modules/@gitbeaker/rest" ]; then
    npm install --prefix "$to/node" --no-audit --no-fund --ignore-scripts @gitbeaker/rest@43.8.0 >>"$log" 2>&1 \
        || without gitbeaker "npm cannot fetch it here"
fi
exit 0
