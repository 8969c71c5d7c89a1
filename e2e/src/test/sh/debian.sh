# Fetches Debian packages for tests; to be read by other scripts, which set $to (where things go) and $log.

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
