# Finds a JDK or JRE of at least version 25 and prints its home. Sourced by the launchers; needs nothing but a POSIX shell.
# Order: JAVA_HOME, the java on PATH, then the usual folders.

koshin_java_version() { # HOME -> major version, empty if unknown
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
    fi
}

koshin_java_fits() {
    version=$(koshin_java_version "$1")
    [ -n "$version" ] && [ "$version" -ge 25 ]
}

koshin_find_java() {
    if [ -n "${JAVA_HOME:-}" ] && koshin_java_fits "$JAVA_HOME"; then
        printf '%s\n' "$JAVA_HOME"
        return 0
    fi
    if command -v java >/dev/null 2>&1; then
        home=$(readlink -f "$(command -v java)")
        home=${home%/bin/java}
        if koshin_java_fits "$home"; then
            printf '%s\n' "$home"
            return 0
        fi
    fi
    for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${HOME:-/root}"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -d "$home" ] && koshin_java_fits "$home"; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    cat >&2 <<'TEXT'
koshin needs Java 25 or later, and found none in JAVA_HOME, on PATH, or in the usual folders.
Install a JDK 25, for example Eclipse Temurin or your distribution's openjdk-25, or set JAVA_HOME.
Koshin には Java 25 以降が必要ですが、JAVA_HOME、PATH、標準の場所のいずれにも見つかりません。
JDK 25 (Eclipse Temurin や openjdk-25 など) を導入するか、JAVA_HOME を設定してください。
TEXT
    return 1
}
