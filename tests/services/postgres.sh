#!/usr/bin/env bash
# postgres.sh install
# postgres.sh start DIR    PostgreSQL of its own: SCRAM passwords, TLS by an authority of its own; prints
#                          PG_ADDRESS (without password), PG_PASSWORD and PG_AUTHORITY
# postgres.sh stop DIR     at once, as if the machine were switched off
# postgres.sh run COMMAND...   with a server of its own for as long as COMMAND runs
#
# The server refuses to run as root: then it runs as the user postgres, in a directory of that user's.
. "$(dirname "$0")/lib.sh"

server_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }
as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

do_install() {
    [ -x "$(server_bin)/postgres" ] || die "postgres is missing: packaging/install-packages test installs it (package postgresql)"
    need openssl openssl
}

make_certificates() { # in the current directory
    openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj "/CN=Assay test authority"
    openssl req -newkey rsa:2048 -nodes -keyout server.key -subj "/CN=localhost" -out server.csr
    openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 \
        -extfile <(echo "subjectAltName=DNS:localhost,IP:127.0.0.1") -out server.pem
}

do_start() {
    local bin data port
    do_install
    begin_start "${1:?work dir}" postgres
    bin=$(server_bin)
    if [ ! -e "$dir/data-path" ]; then
        data=$(mktemp -d /tmp/assay-postgres.XXXXXX)
        (cd "$dir" && make_certificates) 2>"$dir/openssl.log"
        install -m 600 "$dir"/{server.key,server.pem,ca.pem} "$data"
        openssl rand -hex 16 >"$data/password"
        cp "$data/password" "$dir/password"
        if [ "$(id -u)" = 0 ]; then chown -R postgres "$data"; fi
        as_owner "$bin/initdb" -D "$data/cluster" -U console --pwfile="$data/password" --auth=scram-sha-256 \
            -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log"
        as_owner tee "$data/cluster/postgresql.auto.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
port = $(free_port)
unix_socket_directories = ''
ssl = on
ssl_cert_file = '$data/server.pem'
ssl_key_file = '$data/server.key'
ssl_ca_file = '$data/ca.pem'
fsync = off
CONF
        printf '%s\n' "$data" >"$dir/data-path"
    fi
    data=$(cat "$dir/data-path")
    port=$(sed -n 's/^port = //p' "$data/cluster/postgresql.auto.conf")
    as_owner "$bin/pg_ctl" -D "$data/cluster" -l "$data/server.log" -s -w -t "$services_timeout" start 9>&-
    read -r pid <"$data/cluster/postmaster.pid"
    printf '%s %s\n' "$pid" "$(start_time_of "$pid")" >"$dir/postgres.pid"
    emit PG_ADDRESS "postgresql://console@localhost:$port/postgres"
    emit PG_PASSWORD "$(cat "$dir/password")"
    emit PG_AUTHORITY "$dir/ca.pem"
    cat "$dir/env"
}

do_stop() {
    signal "${1:?work dir}/postgres.pid" QUIT
    while alive "$1/postgres.pid"; do sleep 0.05; done
}

do_run() {
    local status=0
    POSTGRES_DIR=$(mktemp -d)
    export POSTGRES_DIR
    export POSTGRES_SCRIPT=$services_dir/postgres.sh
    trap '"$POSTGRES_SCRIPT" stop "$POSTGRES_DIR"; rm -rf "$(cat "$POSTGRES_DIR/data-path")" "$POSTGRES_DIR"' EXIT
    "$POSTGRES_SCRIPT" start "$POSTGRES_DIR" >"$POSTGRES_DIR/out" || { cat "$POSTGRES_DIR/out" >&2; exit 1; }
    set -a
    . "$POSTGRES_DIR/env"
    set +a
    "$@" || status=$?
    return "$status"
}

dispatch "$@"
