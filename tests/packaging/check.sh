# Shared by the tests of this folder. Source it; do not run it.
set -uo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

check() { # check SENTENCE COMMAND... : prints what COMMAND said when it fails
    local sentence=$1
    shift
    if "$@" >"$scratch/said" 2>&1; then
        echo "ok: $sentence"
    else
        echo "FAILED: $sentence"
        sed 's/^/    /' "$scratch/said"
        failures=$((failures + 1))
    fi
}

fails() { ! "$@"; }

conclude() { [ "$failures" = 0 ]; }
