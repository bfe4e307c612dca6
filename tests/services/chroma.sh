#!/usr/bin/env bash
# chroma.sh install
# chroma.sh start DIR    Chroma vector store, HTTP API v2; prints CHROMA_URL
# chroma.sh stop DIR
. "$(dirname "$0")/lib.sh"

do_install() { install_python; }

do_start() {
    begin_start "${1:?work dir}" chroma
    local port
    need curl curl
    port=$(free_port)
    CHROMA_ANONYMIZED_TELEMETRY=false ANONYMIZED_TELEMETRY=False \
        spawn "$dir" chroma "$venv/bin/chroma" run --path "$dir/data" --host 127.0.0.1 --port "$port"
    wait_ready "$dir" chroma curl -sf "http://127.0.0.1:$port/api/v2/heartbeat"
    emit CHROMA_URL "http://127.0.0.1:$port"
    cat "$dir/env"
}

dispatch "$@"
