#!/usr/bin/env bash
# keyring.sh install
# keyring.sh run COMMAND...   run COMMAND on a private D-Bus session with an unlocked, empty keyring
#
# Nothing is left running and the user's own keyring is not touched: the keyring lies in a temporary
# directory, and the bus and the daemon end with COMMAND, whose exit status is returned.
. "$(dirname "$0")/lib.sh"

do_install() {
    need dbus-run-session dbus-daemon
    need dbus-send dbus-bin
    need gnome-keyring-daemon gnome-keyring
}

keyring_is_up() {
    dbus-send --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'
}

# Called by do_run, on the new bus.
do_inside() {
    local home=$1 daemon deadline=$((SECONDS + 10)) status=0
    shift
    HOME=$home XDG_DATA_HOME=$home XDG_RUNTIME_DIR=$home \
        gnome-keyring-daemon --unlock --foreground --components=secrets <<<'' >"$home/daemon.log" 2>&1 &
    daemon=$!
    until keyring_is_up; do
        [ "$SECONDS" -lt "$deadline" ] || die "the keyring did not start: $(cat "$home/daemon.log")"
        sleep 0.05
    done
    "$@" || status=$?
    kill "$daemon"
    wait "$daemon" || true
    return "$status"
}

do_run() {
    local home status=0
    home=$(mktemp -d)
    dbus-run-session -- "$0" inside "$home" "$@" 2> >(grep -v 'Failed to set fd limit' >&2) || status=$?
    rm -rf "$home"
    return "$status"
}

dispatch "$@"
