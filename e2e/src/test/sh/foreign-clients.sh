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

debian() { # PACKAGE...: installs what is missing of this machine's own release
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1 && return 0
    apt-get update -qq >>"$log" 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1
}

mirror() { # -> where this machine has its Debian from
    apt-get indextargets --format '$(ORIGIN) $(LABEL) $(CODENAME) $(REPO_URI)' 'Created-By: Packages' 2>>"$log" \
        | awk '$1 == "Debian" && $2 == "Debian" && $3 !~ /-/ { print $4; exit }'
}

trixie() { # PACKAGE: unpacks Debian 13's one, from the mirror that this machine uses, without installing it
    [ -d "$to/$1" ] && return 0
    command -v apt-get >/dev/null 2>&1 || return 1
    apt=$to/apt
    mkdir -p "$apt/lists/partial" "$apt/archives/partial"
    if [ ! -f "$apt/sources.list" ]; then
        mirror=$(mirror)
        if [ -z "$mirror" ] && [ "$(id -u)" = 0 ]; then # a machine without lists yet
            apt-get update -qq >>"$log" 2>&1
            mirror=$(mirror)
        fi
        [ -n "$mirror" ] || return 1
        echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$apt/sources.list"
    fi
    set -- "$1" -o "Dir::Etc::SourceList=$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o "Dir::State::Lists=$apt/lists" -o "Dir::Cache=$apt" -o APT::Sandbox::User="$(id -un)"
    package=$1
    shift
    [ -n "$(ls "$apt/lists" | grep -v partial)" ] || apt-get "$@" update -qq >>"$log" 2>&1 || return 1
    (cd "$apt" && apt-get "$@" download -qq "$package" && dpkg-deb -x "$package"_*.deb "$to/$package") >>"$log" 2>&1
}

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
