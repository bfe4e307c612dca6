#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The analytics page against DuckDB over the same rows.

usage: duckdb_analytics.py BENCH_ANALYTICS STORE

Needs the Python package duckdb (tests/bench/duckdb.requirements.txt; for measuring alone) and the program
sqlite3, which copies the rows into columns of DuckDB's own first: that time is not counted, nor is the start
of either. Both then answer the same ranges; the median of several rounds counts.
"""
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb

ROUNDS = 7
TABLES = {
    "responses": "SELECT q.timestamp_us, q.passed, q.score, q.latency_ms, q.retry_count, q.model, q.issues, e.turn FROM quality AS q "
                 "JOIN events AS e ON e.id = q.id WHERE q.scope = (SELECT id FROM names WHERE text = 'quality')",
    "calls": "SELECT c.timestamp_us, c.model, c.purpose, c.prompt_tokens, c.completion_tokens, c.cost_micros, e.turn "
             "FROM llm_calls AS c JOIN events AS e ON e.id = c.id",
    "events": "SELECT e.timestamp_us, e.logged_us, e.turn, k.text = 'tool_execution' AS tool FROM events AS e JOIN names AS k "
              "ON k.id = e.kind",
    "turns": "SELECT t.written_at_us AS timestamp_us, t.confidence, t.status = 'passed' AS passed, t.policy_revision, r.first_tier_fast, "
             "r.fast_path_passed FROM turns AS t LEFT JOIN learning_records AS r ON r.turn_id = t.id WHERE t.status IN ('passed', 'failed')",
}
WITHIN = " WHERE timestamp_us >= $begin AND timestamp_us < $end "
# What the page says: totals and bands, the time axis, percentiles, issues, models, retries, what turns cost
# and whether they used tools, confidence and policies, gaps, and the period before.
PAGE = [
    "SELECT count(*), sum(passed), avg(score), count(*) FILTER (score >= 0.95), count(*) FILTER (score >= 0.9), "
    "count(*) FILTER (score >= 0.8), count(*) FILTER (retry_count > 0), quantile_disc(latency_ms, [0.5, 0.95, 0.99]) FROM responses" + WITHIN,
    "SELECT timestamp_us // $bucket, count(*), sum(passed), avg(score), quantile_disc(latency_ms, [0.5, 0.95, 0.99]), "
    "count(*) FILTER (retry_count > 0) FROM responses" + WITHIN + "GROUP BY 1",
    "SELECT timestamp_us // $bucket, sum(cost_micros) FROM calls" + WITHIN + "GROUP BY 1",
    "SELECT timestamp_us // $bucket, count(*), count(DISTINCT timestamp_us // 60000000), count(*) FILTER (logged_us - timestamp_us > "
    "86400000000) FROM events" + WITHIN + "GROUP BY 1",
    "SELECT CAST(floor(score * 100) AS INTEGER), count(*) FROM responses" + WITHIN + "GROUP BY 1",
    "SELECT issues, count(*) FROM responses" + WITHIN + "AND issues <> '' GROUP BY 1",
    "SELECT model, count(*), sum(passed), avg(score) FROM responses" + WITHIN + "GROUP BY 1",
    "SELECT model, purpose, count(*), sum(cost_micros), sum(prompt_tokens), sum(completion_tokens) FROM calls" + WITHIN + "GROUP BY 1, 2",
    "SELECT retry_count, count(*), sum(passed) FROM responses" + WITHIN + "GROUP BY 1",
    "SELECT CAST(floor(log10(1 + cost) * 5) AS INTEGER), count(*) FROM (SELECT turn, sum(cost_micros) AS cost FROM calls WHERE turn IN "
    "(SELECT turn FROM responses" + WITHIN + ") GROUP BY 1) GROUP BY 1",
    "SELECT count(DISTINCT turn) FROM events WHERE tool AND turn IN (SELECT turn FROM responses" + WITHIN + ")",
    "SELECT CAST(floor(confidence * 10) AS INTEGER), count(*), sum(passed), sum(first_tier_fast), sum(fast_path_passed), avg(confidence) "
    "FROM turns" + WITHIN + "GROUP BY 1",
    "SELECT policy_revision, count(*) FROM turns" + WITHIN + "GROUP BY 1",
    "SELECT count(*), sum(passed), avg(score), count(*) FILTER (retry_count > 0), quantile_disc(latency_ms, [0.5, 0.95, 0.99]) "
    "FROM responses WHERE timestamp_us >= 2 * $begin - $end AND timestamp_us < $begin",
]


def copied(store, folder):
    base = duckdb.connect(f"{folder}/rows.duckdb")
    for name, sql in TABLES.items():
        with open(f"{folder}/{name}.csv", "wb") as file:
            subprocess.run(["sqlite3", "-header", "-csv", f"file:{store}?mode=ro", sql], stdout=file, check=True)
        base.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv_auto('{folder}/{name}.csv', sample_size = 200000)")
    base.execute("CHECKPOINT")
    return base


def measured(base, begin, end):
    values = {"begin": begin, "end": end, "bucket": max(60_000_000, (end - begin) // 120)}
    times = []
    responses = 0
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for number, sql in enumerate(PAGE):
            rows = base.execute(sql, {k: v for k, v in values.items() if "$" + k in sql}).fetchall()
            if number == 0:
                responses = rows[0][0]
        times.append((time.perf_counter() - started) * 1000)
    return responses, statistics.median(times)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    bench, store = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        base = copied(store, folder)
        print(f"DuckDB {duckdb.__version__}, {base.execute('SELECT count(*) FROM events').fetchone()[0]:,} events, "
              f"{base.execute('SELECT current_setting($$threads$$)').fetchone()[0]} threads")
        pages = subprocess.run([bench, store], stdout=subprocess.PIPE, check=True, text=True).stdout
        slower = False
        for line in pages.splitlines():
            begin, end, responses, page = line.split()
            counted, other = measured(base, int(begin), int(end))
            if counted != int(responses):
                sys.exit(f"DuckDB counts {counted} responses where the page has {responses}")
            slower |= float(page) > other
            print(f"{(int(end) - int(begin)) / 3.6e9:8.1f} h {counted:10,} responses   page {float(page):8.2f} ms   "
                  f"DuckDB {other:8.2f} ms   {other / float(page):6.1f}x")
        base.close()
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main())
