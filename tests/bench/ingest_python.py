#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The job of `assay ingest` as one would write it in Python with C runtimes, for comparison.

    ingest_python.py BROKERS TOPIC DATABASE EVENTS

Batches of confluent_kafka, zstandard, protobuf's C implementation, and sqlite3 executemany into the tables
and indexes of an empty store; synchronous=full, offsets in the transaction of the rows. Prints seconds.
Needs confluent_kafka, zstandard and protobuf; the classes are made by protoc from proto/.
"""
import os
import sqlite3
import subprocess
import sys
import tempfile
import time

import zstandard
from confluent_kafka import Consumer

ROWS = 5000


def message_class():
    """DashStreamMessage, compiled from our .proto."""
    proto = os.path.join(os.path.dirname(__file__), "..", "..", "proto")
    out = tempfile.mkdtemp()
    subprocess.run(["protoc", f"-I{proto}", f"--python_out={out}", "dashstream.proto"], check=True)
    sys.path.insert(0, out)
    import dashstream_pb2
    return dashstream_pb2.DashStreamMessage


class Sink:
    """Rows of one transaction at a time."""

    def __init__(self, path):
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.executescript("PRAGMA synchronous=FULL; PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=8000;")
        self.names = {}
        self.events = []
        self.quality = []
        self.next = {}

    def name(self, text):
        found = self.names.get(text)
        if found is None:
            found = self.db.execute("INSERT INTO names (text) VALUES (?)", (text,)).lastrowid
            self.names[text] = found
        return found

    def flush(self):
        self.db.executemany(
            "INSERT INTO events (id, parent, item, message_id, kind, thread, turn, sequence, timestamp_us, logged_us,"
            " size, compressed, summary, frame) VALUES (?,NULL,0,?,?,?,NULL,?,?,?,?,?,?,?)", self.events)
        self.db.executemany(
            "INSERT INTO quality (id, timestamp_us, source, scope, score, accuracy, relevance, completeness, overall,"
            " passed, latency_ms, retry_count, model, category, scope_id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            self.quality)
        self.db.executemany(
            "INSERT INTO streams (topic, partition, own, next_offset) VALUES ('t', ?, 0, ?)"
            " ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset", self.next.items())
        self.db.execute("COMMIT")
        self.events.clear()
        self.quality.clear()


def main():
    brokers, topic, database, events = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    message_of = message_class().FromString
    unpack = zstandard.ZstdDecompressor().decompress
    sink = Sink(database)
    consumer = Consumer({"bootstrap.servers": brokers, "group.id": f"python-{os.getpid()}",
                         "auto.offset.reset": "earliest", "enable.auto.commit": False, "check.crcs": True})
    started = time.monotonic()
    consumer.subscribe([topic])
    done = 0
    while done < events:
        records = consumer.consume(ROWS, 0.1)
        if not records:
            continue
        if done == 0:
            started = time.monotonic()  # joining the group is not counted
        sink.db.execute("BEGIN IMMEDIATE")
        for record in records:
            frame = record.value()
            plain = unpack(frame[1:], max_output_size=1 << 20) if frame[0] == 1 else frame[1:]
            message = message_of(plain)
            kind = message.WhichOneof("message")
            inner = getattr(message, kind)
            header = inner.header
            row = ((record.partition() + 1) << 47) + record.offset()
            summary = inner.node_id if kind == "event" else inner.scope if kind == "metrics" else inner.text[:40]
            sink.events.append((row, header.message_id, sink.name(kind), sink.name(header.thread_id), header.sequence,
                                header.timestamp_us, record.timestamp()[1] * 1000, len(plain), frame[0], summary,
                                frame))
            if kind == "metrics" and inner.scope == "quality":
                figures, tags = inner.metrics, inner.tags
                overall = figures["quality_score"].float_value
                sink.quality.append((row, header.timestamp_us, sink.name("callback"), sink.name("quality"), overall,
                                     figures["accuracy"].float_value, figures["relevance"].float_value,
                                     figures["completeness"].float_value, overall, figures["passed"].bool_value,
                                     figures["latency_ms"].int_value, figures["retry_count"].int_value,
                                     sink.name(tags["model"]), sink.name(tags["category"]), inner.scope_id))
            sink.next[record.partition()] = record.offset() + 1
        sink.flush()
        done += len(records)
    print(time.monotonic() - started)
    consumer.close()


if __name__ == "__main__":
    main()
