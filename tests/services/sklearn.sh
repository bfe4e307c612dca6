#!/usr/bin/env bash
# sklearn.sh install
# sklearn.sh start DIR   no server: scikit-learn in a Python of its own; prints SKLEARN_PYTHON
# sklearn.sh stop DIR
. "$(dirname "$0")/lib.sh"

home=$services_home/sklearn

do_install() {
    local wanted=$services_dir/sklearn.requirements.txt
    mkdir -p "$home"
    exec 8>"$home/.lock"
    flock 8
    if cmp -s "$wanted" "$home/python/.installed"; then return 0; fi
    rm -rf "$home/python"
    python3 -m venv "$home/python"
    "$home/python/bin/pip" install -q -r "$wanted"
    cp "$wanted" "$home/python/.installed"
}

do_start() {
    begin_start "${1:?work dir}" sklearn
    do_install
    emit SKLEARN_PYTHON "$home/python/bin/python"
    cat "$dir/env"
}

do_stop() { :; }

dispatch "$@"
