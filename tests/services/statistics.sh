#!/usr/bin/env bash
# statistics.sh install          scipy, scikit-learn and krippendorff, the other side of the statistics' tests
# statistics.sh python ARG...    run that Python
. "$(dirname "$0")/lib.sh"

home=$services_home/statistics

do_install() {
    local wanted=$services_dir/statistics.requirements.txt
    need python3 python3
    mkdir -p "$services_home"
    exec 8>"$services_home/.statistics.lock"
    flock 8
    if cmp -s "$wanted" "$home/.installed"; then return 0; fi
    rm -rf "$home"
    python3 -m venv "$home" || die "python3 -m venv failed: packaging/install-packages test installs python3-venv"
    "$home/bin/pip" install -q -r "$wanted"
    cp "$wanted" "$home/.installed"
}

do_python() { exec "$home/bin/python" "$@"; }

dispatch "$@"
