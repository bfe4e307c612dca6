#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""DashStream without any code of Assay: protoc's classes, zstandard and confluent-kafka.

kafka_python.py produce BROKERS TOPIC COUNT   writes COUNT mixed records, a share of them damaged
kafka_python.py decode BROKERS TOPIC          reads all there is, strictly
kafka_python.py store FILE                    reads Assay's store with nothing but SQLite

Each prints what it wrote or read as one JSON object. protoc's output must be in PYTHONPATH.
"""
import hashlib
import json
import random
import sqlite3
import sys
import uuid

import confluent_kafka
import dashstream_pb2 as ds
import zstandard

KINDS = ["event", "metrics", "token_chunk", "event_batch"]
MASK = (1 << 64) - 1


def header(thread, sequence):
    return ds.Header(message_id=uuid.uuid4().bytes, timestamp_us=1_760_000_000_000_000 + sequence,
                     tenant_id="default", thread_id=thread, sequence=sequence, schema_version=1)


def message(kind, thread, sequence):
    all_of_it = ds.DashStreamMessage()
    body = getattr(all_of_it, kind)
    body.header.CopyFrom(header(thread, sequence))
    if kind == "event":
        body.event_type = ds.EVENT_TYPE_NODE_END
        body.node_id = f"node {sequence % 9} Grüße"
        body.attributes["text"].string_value = "word " * (sequence % 400)
    elif kind == "metrics":
        body.scope = "quality"
        body.metrics["accuracy"].float_value = 0.5 + (sequence % 50) / 100
    elif kind == "token_chunk":
        body.text = "token " * (sequence % 7)
    else:
        for i in range(3):
            inner = body.events.add(event_type=ds.EVENT_TYPE_LLM_START, node_id=f"inner {i}")
            inner.header.CopyFrom(header(thread, sequence))
    return all_of_it


def mark(kind, message_id, thread, sequence, timestamp_us, frame):
    """The same sum in any order, of what every reader must agree on."""
    text = f"{kind}|{message_id.hex()}|{thread}|{sequence}|{timestamp_us}|{hashlib.sha1(frame).hexdigest()}"
    return int.from_bytes(hashlib.sha1(text.encode()).digest()[:4], "big")


def mark_of(kind, head, frame):
    return mark(kind, head.message_id, head.thread_id, head.sequence, head.timestamp_us, frame)


def damaged(frame, how):
    return [b"\x07" + frame[1:],             # no such compression
            b"\x01" + frame[1:40],           # no zstd frame
            b"\x00\x0a\xff",                 # protobuf ends early
            b"\x00",                         # a message of no kind
            b"\x00\x0a\x02\x12\x80",         # a varint ends early
            b""][how]                        # not even a frame byte


def produce(brokers, topic, count):
    count = int(count)
    told = {"good": 0, "damaged": 0, "null": 0, "sum": 0, "kinds": dict.fromkeys(KINDS, 0)}
    failed = []
    producer = confluent_kafka.Producer({"bootstrap.servers": brokers, "linger.ms": 20,
                                         "enable.idempotence": True,
                                         "queue.buffering.max.messages": 200_000})
    packer = zstandard.ZstdCompressor(level=3)
    chance = random.Random(7)
    for i in range(count):
        kind = KINDS[chance.randrange(4)]
        thread = f"thread {i % 997}"
        one = message(kind, thread, i + 1)
        plain = one.SerializeToString()
        frame = b"\x00" + plain
        if len(plain) > 512:
            frame = b"\x01" + packer.compress(plain)
        lot = chance.random()
        if lot < 0.01:
            frame = damaged(frame, chance.randrange(6))
            told["damaged"] += 1
        elif lot < 0.012:
            frame = None
            told["null"] += 1
        else:
            told["good"] += 1
            told["kinds"][kind] += 1
            told["sum"] = (told["sum"] + mark_of(kind, getattr(one, kind).header, frame)) & MASK
        while True:
            try:
                producer.produce(topic, frame, thread,
                                 on_delivery=lambda error, _: failed.append(error) if error else None)
                break
            except BufferError:
                producer.poll(0.1)
        if i % 1000 == 0:
            producer.poll(0)
    if producer.flush(60) or failed:
        sys.exit(f"not delivered: {failed[:3]}")
    return told


def decode(brokers, topic):
    told = {"good": 0, "sum": 0, "threads": [], "faults": [], "kinds": {}, "trace": None}
    consumer = confluent_kafka.Consumer({"bootstrap.servers": brokers, "group.id": "independent",
                                         "auto.offset.reset": "earliest", "enable.auto.commit": False,
                                         "enable.partition.eof": True})
    partitions = consumer.list_topics(topic, 20).topics[topic].partitions
    consumer.assign([confluent_kafka.TopicPartition(topic, p, 0) for p in partitions])
    open_ones = set(partitions)
    while open_ones:
        record = consumer.poll(20)
        if record is None:
            sys.exit("no end was reached")
        if record.error():
            if record.error().code() != confluent_kafka.KafkaError._PARTITION_EOF:
                sys.exit(str(record.error()))
            open_ones.discard(record.partition())
            continue
        frame = record.value()
        if frame[0] == 1:
            plain = zstandard.ZstdDecompressor().decompress(frame[1:], max_output_size=10 << 20)
        elif frame[0] == 0:
            plain = frame[1:]
        else:
            told["faults"].append(f"frame byte {frame[0]}")
            continue
        one = ds.DashStreamMessage.FromString(plain)
        kind = one.WhichOneof("message")
        if kind is None:
            told["faults"].append("no oneof member is set")
            continue
        head = getattr(one, kind).header
        if (head.thread_id != record.key().decode() or len(head.message_id) != 16
                or head.schema_version != 1 or not head.tenant_id or head.timestamp_us <= 0
                or (head.compression == ds.COMPRESSION_ZSTD) != (frame[0] == 1)):
            told["faults"].append(f"header of {kind}: {head}")
        if kind == "execution_trace":
            told["trace"] = json.loads(one.execution_trace.final_state)
        told["good"] += 1
        told["kinds"][kind] = told["kinds"].get(kind, 0) + 1
        told["threads"] = sorted({*told["threads"], head.thread_id})
        told["sum"] = (told["sum"] + mark_of(kind, head, frame)) & MASK
    consumer.close()
    return told


def store(path):
    told = {"good": 0, "sum": 0, "kinds": {}}
    for kind, *row in sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute(
            "SELECT k.text, message_id, t.text, sequence, timestamp_us, frame FROM events"
            " JOIN names AS k ON k.id = kind JOIN names AS t ON t.id = thread WHERE parent IS NULL"):
        told["good"] += 1
        told["kinds"][kind] = told["kinds"].get(kind, 0) + 1
        told["sum"] = (told["sum"] + mark(kind, *row)) & MASK
    return told


if __name__ == "__main__":
    arguments = sys.argv[2:]
    result = {"produce": produce, "decode": decode, "store": store}[sys.argv[1]](*arguments)
    result["sum"] = str(result["sum"])  # beyond what a JSON number holds everywhere
    print(json.dumps(result))
