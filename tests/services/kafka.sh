#!/usr/bin/env bash
# kafka.sh install
# kafka.sh start DIR [BROKERS]   Apache Kafka in KRaft mode with 1 (default) or 3 brokers; prints KAFKA_*
# kafka.sh stop DIR
# kafka.sh kill DIR NODE         kill -9 one broker, as a crash
# kafka.sh revive DIR NODE       start that broker again on its old data
#
# Every broker listens in four ways: plain text; SASL_SSL with SCRAM-SHA-256; SSL with a required client
# certificate; and plain text behind a proxy (KAFKA_PROXY_LISTEN is where clients believe it to be,
# KAFKA_PROXY_UPSTREAM where it is), so that a test can cut the link. Topics are not made by themselves.
. "$(dirname "$0")/lib.sh"

user=alice
secret=alice-secret
home=$services_home/kafka

run_java() { # run_java HEAP MAIN ARGUMENT...
    exec java "-Xmx$1" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$home/lib/*" "${@:2}"
}
export -f run_java
export home

# The other side of the tests: confluent-kafka, zstandard and protoc's own classes, none of it Assay's.
install_independent_python() {
    local wanted=$services_dir/kafka.requirements.txt python=$home/python
    need protoc protobuf-compiler
    if ! cmp -s "$wanted" "$python/.installed"; then
        rm -rf "$python"
        python3 -m venv "$python"
        "$python/bin/pip" install -q -r "$wanted"
        cp "$wanted" "$python/.installed"
    fi
    protoc -I "$services_dir/../../proto" --python_out="$python" dashstream.proto
}

# Jars pinned by kafka.pom.xml, from Maven Central.
do_install() {
    local pom=$services_dir/kafka.pom.xml
    need java openjdk-17-jre-headless
    need mvn maven
    mkdir -p "$home"
    exec 8>"$home/.lock"
    flock 8
    install_independent_python
    if cmp -s "$pom" "$home/lib/.installed"; then return 0; fi
    rm -rf "$home/lib"
    mvn -q -B -ntp -Dstyle.color=never -f "$pom" dependency:copy-dependencies -DincludeScope=runtime \
        -DoutputDirectory="$home/lib"
    cp "$pom" "$home/lib/.installed"
}

# A private authority, a certificate of the broker and one of a client, and a rogue set to be refused.
make_certificates() { # make_certificates FOLDER
    [ ! -e "$1/complete" ] || return 0
    need openssl openssl
    mkdir -p "$1"
    (
        cd "$1"
        umask 077
        authority() {
            openssl req -x509 -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.pem" -days 30 -subj "$2"
        }
        issue() { # issue AUTHORITY NAME SUBJECT EXTENSION
            openssl req -newkey rsa:2048 -nodes -keyout "$2.key" -subj "$3" -out "$2.csr"
            openssl x509 -req -in "$2.csr" -CA "$1.pem" -CAkey "$1.key" -CAcreateserial -days 30 \
                -extfile <(echo "$4") -out "$2.pem"
        }
        authority ca "/CN=Test CA"
        issue ca server "/CN=localhost" "subjectAltName=DNS:localhost,IP:127.0.0.1"
        issue ca client "/CN=console" "extendedKeyUsage=clientAuth"
        openssl rsa -aes256 -passout pass:key-secret -in client.key -out client-locked.key
        authority rogue-ca "/CN=Rogue CA"
        issue rogue-ca rogue-client "/CN=intruder" "extendedKeyUsage=clientAuth"
        cat server.key server.pem ca.pem >server-bundle.pem
        touch complete
    ) >"$1.log" 2>&1
}

# Distinct free ports below the kernel's ephemeral range, one a line.
free_ports() { # free_ports COUNT
    python3 - "$1" <<'PY'
import random, socket, sys
found = []
for port in random.sample(range(20000, 32000), 2000):
    if len(found) == int(sys.argv[1]):
        break
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            continue
    found.append(port)
print("\n".join(map(str, found)))
PY
}

write_config() { # write_config NODE PLAIN SASL MTLS CONTROLLER UPSTREAM PROXY VOTERS COPIES
    cat >"$dir/node$1.properties" <<CONF
process.roles=broker,controller
node.id=$1
controller.quorum.voters=$8
controller.listener.names=CONTROLLER
listeners=PLAIN://127.0.0.1:$2,SASL://127.0.0.1:$3,MTLS://127.0.0.1:$4,CONTROLLER://127.0.0.1:$5,PROXIED://127.0.0.1:$6
advertised.listeners=PLAIN://127.0.0.1:$2,SASL://127.0.0.1:$3,MTLS://127.0.0.1:$4,PROXIED://127.0.0.1:$7
listener.security.protocol.map=PLAIN:PLAINTEXT,SASL:SASL_SSL,MTLS:SSL,CONTROLLER:PLAINTEXT,PROXIED:PLAINTEXT
inter.broker.listener.name=PLAIN
log.dirs=$dir/node$1-data
ssl.keystore.type=PEM
ssl.keystore.location=$dir/certs/server-bundle.pem
ssl.truststore.type=PEM
ssl.truststore.location=$dir/certs/ca.pem
listener.name.mtls.ssl.client.auth=required
sasl.enabled.mechanisms=SCRAM-SHA-256
listener.name.sasl.scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
auto.create.topics.enable=false
num.partitions=3
default.replication.factor=$9
min.insync.replicas=$(($9 > 1 ? 2 : 1))
offsets.topic.replication.factor=$9
offsets.topic.num.partitions=3
transaction.state.log.replication.factor=$9
transaction.state.log.num.partitions=3
transaction.state.log.min.isr=$(($9 > 1 ? 2 : 1))
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
log.cleaner.dedupe.buffer.size=2097152
CONF
}

format_storage() { # format_storage NODE
    (run_java 128m -Dorg.slf4j.simpleLogger.defaultLogLevel=error kafka.tools.StorageTool format \
        --cluster-id "$(cat "$dir/cluster-id")" --ignore-formatted --config "$dir/node$1.properties" \
        --add-scram "SCRAM-SHA-256=[name=$user,password=$secret]") >"$dir/node$1-format.log" 2>&1
}

launch() { # launch NODE
    rm -f "$dir/node$1.log"
    spawn "$dir" "node$1" bash -c 'run_java "$@"' _ 400m kafka.Kafka "$dir/node$1.properties"
}

started() { grep -q 'Kafka Server started' "$dir/node$1.log"; }

address() { # address CONFIG advertised|'' LISTENER -> HOST:PORT
    sed -n "s#^${2:+$2.}listeners=.*\\b$3://\\([^,]*\\).*#\\1#p" "$1"
}

lay_out() { # lay_out BROKERS : ports are kept for the life of the folder
    local node voters='' port
    head -c16 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=' >"$dir/cluster-id"
    mapfile -t port < <(free_ports $((6 * $1)))
    for ((node = 1; node <= $1; node++)); do
        voters+=${voters:+,}$node@127.0.0.1:${port[6 * node - 3]}
    done
    for ((node = 1; node <= $1; node++)); do
        write_config "$node" "${port[@]:6*(node-1):6}" "$voters" "$1"
        format_storage "$node" &
    done
    wait
}

do_start() {
    local config node listed
    [ -e "$home/lib/.installed" ] || die "run kafka.sh install first"
    begin_start "${1:?work dir}" node1
    echo "$home" >"$dir/home" # who revives a node may have another HOME
    make_certificates "$dir/certs"
    [ -e "$dir/cluster-id" ] || lay_out "${2:-1}"
    for config in "$dir"/node?.properties; do
        node=${config##*/node}
        launch "${node%.properties}"
    done
    for config in "$dir"/node?.properties; do
        node=${config##*/node}
        node=${node%.properties}
        wait_ready "$dir" "node$node" started "$node"
    done
    list() { # list advertised|'' LISTENER -> HOST:PORT,HOST:PORT
        listed=$(for config in "$dir"/node?.properties; do address "$config" "$1" "$2"; done)
        echo "${listed//$'\n'/,}"
    }
    emit KAFKA_PLAINTEXT "$(list advertised PLAIN)"
    emit KAFKA_SASL_SSL "$(list advertised SASL)"
    emit KAFKA_MTLS "$(list advertised MTLS)"
    emit KAFKA_PROXY_LISTEN "$(list advertised PROXIED)"
    emit KAFKA_PROXY_UPSTREAM "$(list '' PROXIED)"
    emit KAFKA_USER "$user"
    emit KAFKA_PASSWORD "$secret"
    emit KAFKA_CERTS "$dir/certs"
    emit KAFKA_DIR "$dir"
    emit KAFKA_PYTHON "$home/python"
    cat "$dir/env"
}

# Nodes that stop together lose their quorum and cannot hand over: they are given little time.
do_stop() {
    local file deadline=$((SECONDS + 5))
    for file in "${1:?work dir}"/*.pid; do signal "$file" TERM; done
    for file in "$1"/*.pid; do
        while alive "$file"; do
            if [ "$SECONDS" -ge "$deadline" ]; then signal "$file" KILL; fi
            sleep 0.1
        done
        rm -f "$file"
    done
}

do_kill() {
    local file=${1:?work dir}/node${2:?node}.pid
    signal "$file" KILL
    while alive "$file"; do sleep 0.05; done
    rm -f "$file"
}

do_revive() {
    dir=$(cd "${1:?work dir}" && pwd)
    if alive "$dir/node${2:?node}.pid"; then return 0; fi
    read -r home <"$dir/home"
    launch "$2"
    wait_ready "$dir" "node$2" started "$2"
}

dispatch "$@"
