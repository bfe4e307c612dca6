#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds every figure of `assay analytics` and `assay report` against plain SQL over the raw rows.

usage: figures_by_sql.py ASSAY [--events N] [--days D] [--workspace DIR]

Loads a workspace of sample data (20,000 events) unless one is named, and asks several ranges of it. Counts
and money must be equal, means to a millionth, percentiles and what is binned by size within the error that
the page states. The command line's JSON, the report's JSON and its CSV must say the same. SQLite of Python's
own reads the rows: nothing of Assay takes part in what is expected.
"""
import argparse
import bisect
import collections
import csv
import datetime
import json
import math
import os
import pathlib
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time

MINUTE = 60_000_000
DAY = 86_400_000_000


def as_float(value):
    """The number as the wire has it, in 32 bits."""
    return struct.unpack("f", struct.pack("f", value))[0]


def iso(us):
    return datetime.datetime.fromtimestamp(us / 1e6, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def micros(text):
    moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return round(moment.timestamp() * 1000) * 1000


def wilson(hits, trials):
    z = 1.959963984540054
    share, n = hits / trials, trials
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


class Checks:
    """Counts what was compared and keeps what differs."""

    def __init__(self):
        self.kinds = collections.Counter()
        self.worst_sketch = 0.0
        self.faults = []

    def equal(self, name, actual, expected, kind="exact"):
        self.kinds[kind] += 1
        if actual != expected:
            self.faults.append(f"{name}: {actual!r} instead of {expected!r}")

    def near(self, name, actual, expected, share, kind):
        self.kinds[kind] += 1
        if (actual is None) != (expected is None):
            self.faults.append(f"{name}: {actual!r} instead of {expected!r}")
        elif actual is not None:
            off = abs(actual - expected)
            if kind == "sketch" and expected:
                self.worst_sketch = max(self.worst_sketch, off / abs(expected))
            if off > share * abs(expected) + 1e-12:
                self.faults.append(f"{name}: {actual!r} is not within {share} of {expected!r}")


class Rows:
    """The raw rows of a range, by plain SQL."""

    def __init__(self, database, begin, end):
        self.database, self.begin, self.end = database, begin, end
        self.scope = self.one("SELECT id FROM names WHERE text = 'quality'")

    def all(self, sql):
        sql = sql.replace("$RESPONSES", "FROM quality AS q JOIN events AS e ON e.id = q.id WHERE q.scope = :scope "
                          "AND q.timestamp_us >= :begin AND q.timestamp_us < :end")
        values = {"scope": getattr(self, "scope", None), "begin": self.begin, "end": self.end}
        return self.database.execute(sql, {k: v for k, v in values.items() if ":" + k in sql}).fetchall()

    def row(self, sql):
        return self.all(sql)[0]

    def one(self, sql):
        return self.row(sql)[0]


def percentile(ordered, share):
    """The nearest rank."""
    return ordered[max(1, math.ceil(share * len(ordered) - 1e-9)) - 1] / 1000 if ordered else None


def share_kpi(checks, page, name, hits, trials):
    figure = page["figures"][name]
    checks.equal(f"{name} n", figure["n"], trials)
    checks.near(name, figure["value"], hits / trials if trials else None, 1e-12, "exact")
    if trials:
        for shown, expected in zip(figure["interval"], wilson(hits, trials)):
            checks.near(f"{name} interval", shown, expected, 1e-9, "interval")


def check_quality(checks, page, rows):
    t95, t90, t80 = as_float(0.95), as_float(0.9), as_float(0.8)
    count, passed, judged, scored, mean, retried, told, low = rows.row(
        f"SELECT count(*), coalesce(sum(q.passed), 0), count(q.passed), count(q.score), avg(q.score), "
        f"coalesce(sum(q.retry_count > 0), 0), count(q.retry_count), coalesce(sum(q.score < {t95!r}), 0) $RESPONSES")
    checks.equal("responses", page["figures"]["responses"]["value"], count)
    share_kpi(checks, page, "pass_rate", passed, judged)
    share_kpi(checks, page, "retry_rate", retried, told)
    share_kpi(checks, page, "low_quality", low, scored)
    checks.equal("average_quality n", page["figures"]["average_quality"]["n"], scored)
    checks.near("average_quality", page["figures"]["average_quality"]["value"], mean, 1e-6, "mean")
    bands = rows.row(f"SELECT coalesce(sum(q.score >= {t95!r}), 0), coalesce(sum(q.score < {t95!r} AND q.score >= {t90!r}), 0), "
                     f"coalesce(sum(q.score < {t90!r} AND q.score >= {t80!r}), 0), coalesce(sum(q.score < {t80!r}), 0) $RESPONSES")
    for band, expected in zip(page["bands"], bands):
        checks.equal(f"band from {band['low']}", band["responses"], expected)
    bins = collections.Counter()
    for score, responses in rows.all("SELECT q.score, count(*) $RESPONSES AND q.score IS NOT NULL GROUP BY 1"):
        bins[bisect.bisect_right(HUNDREDTHS, score) - 1] += responses
    checks.equal("scores by hundredth", page["scores"], [bins[i] for i in range(101)])
    issues = collections.Counter()
    for text, responses in rows.all("SELECT q.issues, count(*) $RESPONSES AND q.issues <> '' GROUP BY 1"):
        for issue in set(text.split("\n")) - {""}:
            issues[issue] += responses
    checks.equal("issues", {i["issue"]: i["responses"] for i in page["issues"]}, dict(issues))
    retries = {r: (n, p or 0) for r, n, p in
               rows.all("SELECT q.retry_count, count(*), sum(q.passed) $RESPONSES AND q.retry_count IS NOT NULL GROUP BY 1")}
    for entry in page["retries"]:
        checks.equal(f"retries {entry['retries']}", (entry["responses"], entry["passed"]),
                     retries.get(entry["retries"], (0, 0)))
    checks.equal("most retries", len(page["retries"]), max(retries, default=-1) + 1)
    return count


HUNDREDTHS = [as_float(i / 100) for i in range(101)]


def check_latency(checks, page, rows):
    latencies = [row[0] for row in rows.all(
        f"SELECT q.latency_ms $RESPONSES AND q.latency_ms BETWEEN 0 AND {DAY // 1000} ORDER BY 1")]
    for name, share in (("latency_p50", 0.5), ("latency_p95", 0.95), ("latency_p99", 0.99)):
        checks.near(name, page["figures"][name]["value"], percentile(latencies, share), page["percentile_error"], "sketch")
    binned(checks, "latency", page["latencies"], [ms / 1000 for ms in latencies])


def binned(checks, name, bins, values):
    """The sketch may move a value by its error, so across an edge."""
    values = sorted(values)
    checks.equal(f"{name} binned", sum(b["responses"] for b in bins), len(values))
    for b in bins:
        inner = bisect.bisect_left(values, b["high"] / 1.02) - bisect.bisect_left(values, b["low"] * 1.02)
        outer = bisect.bisect_left(values, b["high"] * 1.02) - bisect.bisect_left(values, b["low"] / 1.02)
        checks.equal(f"{name} from {b['low']:.4g} to {b['high']:.4g}: {b['responses']} of {inner} to {outer}",
                     inner <= b["responses"] <= outer, True, "sketch")


def check_money(checks, page, rows, count):
    calls = "FROM llm_calls AS c LEFT JOIN names AS n ON n.id = c.{} WHERE c.timestamp_us >= :begin AND c.timestamp_us < :end"
    cost = rows.one("SELECT coalesce(sum(c.cost_micros), 0) " + calls.format("model"))
    checks.equal("cost", page["cost_micros"], cost)
    checks.near("cost_per_query", page["figures"]["cost_per_query"]["value"], cost / 1e6 / count if count else None, 1e-9, "exact")
    used = {m: values for m, *values in rows.all(
        "SELECT n.text, count(*), sum(c.cost_micros), sum(c.prompt_tokens), sum(c.completion_tokens) "
        + calls.format("model") + " GROUP BY 1")}
    answered = {m: values for m, *values in rows.all(
        "SELECT (SELECT text FROM names WHERE id = q.model), count(*), sum(q.passed), count(q.passed), avg(q.score) $RESPONSES GROUP BY 1")}
    checks.equal("models", sorted(m["model"] for m in page["models"]), sorted((set(used) | set(answered)) - {None}))
    for m in page["models"]:
        checks.equal(f"calls of {m['model']}", [m["calls"], m["cost_micros"], m["prompt_tokens"], m["completion_tokens"]],
                     used.get(m["model"], [0, 0, 0, 0]))
        responses, passed, judged, mean = answered.get(m["model"], [0, 0, 0, None])
        checks.equal(f"responses of {m['model']}", [m["responses"], m["passed"], m["judged"]], [responses, passed or 0, judged])
        checks.near(f"quality of {m['model']}", m["average_quality"], mean, 1e-6, "mean")
    purposes = {p: values for p, *values in rows.all(
        "SELECT n.text, count(*), sum(c.cost_micros) " + calls.format("purpose") + " GROUP BY 1")}
    checks.equal("purposes", {p["purpose"]: [p["calls"], p["cost_micros"]] for p in page["purposes"]}, purposes)
    turns = [row[0] for row in rows.all(
        "WITH spent AS MATERIALIZED (SELECT x.turn AS turn, sum(c.cost_micros) AS cost FROM llm_calls AS c JOIN events AS x "
        "ON x.id = c.id WHERE c.cost_micros IS NOT NULL AND x.turn IS NOT NULL GROUP BY 1) "
        "SELECT s.cost $RESPONSES".replace("$RESPONSES", "FROM quality AS q JOIN events AS e ON e.id = q.id JOIN spent AS s "
        "ON s.turn = e.turn WHERE q.scope = :scope AND q.timestamp_us >= :begin AND q.timestamp_us < :end"))]
    checks.equal("responses whose turn tells no cost", page["gaps"]["cost_unknown"], count - len(turns))
    binned(checks, "cost", page["costs"], [cost / 1e6 for cost in turns])


def check_turns(checks, page, rows):
    used, told = rows.row(
        "WITH tools AS MATERIALIZED (SELECT DISTINCT turn FROM events WHERE turn IS NOT NULL AND kind = (SELECT id FROM names "
        "WHERE text = 'tool_execution')) SELECT coalesce(sum(e.turn IN (SELECT turn FROM tools)), 0), count(e.turn) "
        "FROM quality AS q JOIN events AS e ON e.id = q.id WHERE q.scope = :scope AND q.timestamp_us >= :begin AND q.timestamp_us < :end")
    share_kpi(checks, page, "tool_use", used, told)
    turns = ("FROM turns AS t LEFT JOIN learning_records AS r ON r.turn_id = t.id WHERE t.written_at_us >= :begin "
             "AND t.written_at_us < :end AND t.status IN ('passed', 'failed')")
    tenths = {tenth: values for tenth, *values in rows.all(
        "SELECT min(9, CAST(t.confidence * 10 AS INTEGER)), count(*), sum(t.status = 'passed'), coalesce(sum(r.first_tier_fast), 0), "
        "coalesce(sum(r.first_tier_fast AND r.fast_path_passed), 0), avg(CASE WHEN r.first_tier_fast THEN t.confidence END), "
        "avg(t.confidence) " + turns + " GROUP BY 1")}
    for tenth, shown in enumerate(page["reliability"]):
        *counts, fast_mean, mean = tenths.get(tenth, [0, 0, 0, 0, None, None])
        checks.equal(f"reliability {tenth}", [shown["turns"], shown["passed"], shown["fast_turns"], shown["fast_passed"]], counts)
        checks.near(f"confidence {tenth}", shown["mean_confidence"], fast_mean if counts[2] else mean, 1e-5, "mean")
    policies = dict(rows.all("SELECT t.policy_revision, count(*) " + turns + " GROUP BY 1"))
    checks.equal("policies", {p["revision"]: p["turns"] for p in page["policy_turns"]}, policies)


def check_gaps(checks, page, rows):
    gaps = page["gaps"]
    within = "WHERE timestamp_us >= :begin AND timestamp_us < :end"
    events, minutes, late, future = rows.row(
        f"SELECT count(*), count(DISTINCT timestamp_us / {MINUTE}), coalesce(sum(logged_us - timestamp_us > {DAY}), 0), "
        f"coalesce(sum(timestamp_us - logged_us > 300000000), 0) FROM events {within}")
    checks.equal("events", [gaps["events"], gaps["minutes_with_data"], gaps["late"], gaps["future"]], [events, minutes, late, future])
    checks.equal("minutes", gaps["minutes"], (rows.end - rows.begin) // MINUTE)
    checks.equal("undecodable", gaps["undecodable"],
                 rows.one("SELECT count(*) FROM dead_letters WHERE logged_us >= :begin AND logged_us < :end"))
    none = rows.row(f"SELECT count(*) - count(q.score), count(*) - count(q.latency_ms), coalesce(sum(q.latency_ms NOT BETWEEN 0 "
                    f"AND {DAY // 1000}), 0), count(*) - count(q.retry_count), count(*) - count(e.turn) $RESPONSES")
    checks.equal("what responses lack", [gaps[name] for name in ("unscored", "latency_unknown", "latency_invalid",
                                                                 "retries_unknown", "tool_use_unknown")], list(none))
    calls = rows.row("SELECT count(*) - count(cost_micros), coalesce(sum(estimated), 0) FROM llm_calls " + within)
    checks.equal("what calls lack", [gaps["calls_without_cost"], gaps["calls_estimated"]], list(calls))


def check_buckets(checks, page, rows):
    buckets = page["buckets"]
    edges = [micros(b["from"]) for b in buckets] + [micros(buckets[-1]["to"])]
    checks.equal("edges of buckets", [edges[0], edges[-1]], [rows.begin, rows.end])
    sums = [collections.Counter() for _ in buckets]
    latencies = [[] for _ in buckets]
    place = lambda us: bisect.bisect_right(edges, us) - 1
    for us, passed, score, latency, retry in rows.all(
            "SELECT q.timestamp_us, q.passed, q.score, q.latency_ms, q.retry_count $RESPONSES"):
        b = sums[place(us)]
        b["responses"] += 1
        b["passed"] += passed or 0
        b["failed"] += passed == 0
        b["retries_told"] += retry is not None
        b["retried"] += (retry or 0) > 0
        if score is not None:
            b["scored"] += 1
            b["score"] += score
        if latency is not None and 0 <= latency <= DAY // 1000:
            latencies[place(us)].append(latency)
    for minute, cost in rows.all(f"SELECT timestamp_us / {MINUTE}, sum(cost_micros) FROM llm_calls WHERE timestamp_us >= :begin "
                                 "AND timestamp_us < :end GROUP BY 1"):
        sums[place(minute * MINUTE)]["cost_micros"] += cost or 0
    for minute, events in rows.all(f"SELECT timestamp_us / {MINUTE}, count(*) FROM events WHERE timestamp_us >= :begin "
                                   "AND timestamp_us < :end GROUP BY 1"):
        sums[place(minute * MINUTE)]["events"] += events
        sums[place(minute * MINUTE)]["minutes_with_data"] += 1
    for shown, expected, latency in zip(buckets, sums, latencies):
        for name in ("responses", "passed", "failed", "retried", "retries_told", "cost_micros", "events", "minutes_with_data"):
            checks.equal(f"{name} from {shown['from']}", shown[name], expected[name])
        mean = expected["score"] / expected["scored"] if expected["scored"] else None
        checks.near(f"average quality from {shown['from']}", shown["average_quality"], mean, 1e-6, "mean")
        latency.sort()
        for name, share in (("latency_p50", 0.5), ("latency_p95", 0.95), ("latency_p99", 0.99)):
            checks.near(f"{name} from {shown['from']}", shown[name], percentile(latency, share), page["percentile_error"], "sketch")


def check_before(checks, page, database, begin, end):
    before = Rows(database, 2 * begin - end, begin)
    count, passed, judged, scored, mean = before.row(
        "SELECT count(*), coalesce(sum(q.passed), 0), count(q.passed), count(q.score), avg(q.score) $RESPONSES")
    figures = {name: figure["before"] for name, figure in page["figures"].items()}
    checks.equal("responses before", figures["responses"]["value"] or 0, count)
    checks.equal("pass rate before n", figures["pass_rate"]["n"], judged)
    checks.near("pass rate before", figures["pass_rate"]["value"], passed / judged if judged else None, 1e-12, "exact")
    checks.near("average quality before", figures["average_quality"]["value"], mean, 1e-6, "mean")


def check_report(checks, page, report, lines):
    """The report says what the command line says, and its CSV what its JSON says."""
    tables = {table["name"]: table for table in report["tables"]}
    checks.equal("report responses", report["report"]["responses"], page["figures"]["responses"]["value"], "report")
    checks.equal("report cost", report["report"]["cost_micros"], page["cost_micros"], "report")
    for row in tables["figures"]["rows"]:
        figure = page["figures"][row["name"]]
        interval = figure["interval"] or [None, None]
        checks.equal(f"report {row['name']}", [row["value"], row["n"], row["low"], row["high"], row["before"], row["delta"]],
                     [figure["value"], figure["n"], *interval, figure["before"]["value"], figure["delta"]], "report")
    for name in ("bands", "buckets", "issues", "models", "purposes", "costs", "latencies", "retries", "reliability"):
        entries = page[name]
        checks.equal(f"report rows of {name}", len(tables[name]["rows"]), len(entries), "report")
        for row, entry in zip(tables[name]["rows"], entries):
            both = [key for key in row if key in entry and not isinstance(entry[key], str)]
            checks.equal(f"report {name}", [row[key] for key in both], [entry[key] for key in both], "report")
    checks.equal("report scores", [row["responses"] for row in tables["scores"]["rows"]], page["scores"], "report")
    checks.equal("report policies", {row["revision"]: row["turns"] for row in tables["policies"]["rows"]},
                 {p["revision"]: p["turns"] for p in page["policy_turns"]}, "report")
    told = {}
    for line in lines:
        told[line["table"], line["row"], line["column"]] = line["value"]
    for name, table in tables.items():
        for number, row in enumerate(table["rows"], 1):
            for column, value in row.items():
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    text = told.get((name, str(number), column))
                    checks.equal(f"CSV {name} {number} {column}", text is not None and float(text), float(value), "report")


def outcome_of(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    return done.stdout


def check_range(assay, workspace, database, scratch, begin, end):
    checks = Checks()
    asked = ["--workspace", workspace, "--from", iso(begin), "--to", iso(end)]
    started = time.monotonic()
    page = json.loads(outcome_of([assay, "analytics", *asked, "--json"]))
    took = time.monotonic() - started
    page["figures"] = {figure["name"]: figure for figure in page["figures"]}
    begin, end = micros(page["range"]["from"]), micros(page["range"]["to"])
    for ending in ("json", "csv"):
        outcome_of([assay, "report", *asked, "--output", f"{scratch}/report.{ending}"])
    report = json.loads(pathlib.Path(scratch, "report.json").read_text(encoding="utf-8"))
    with open(f"{scratch}/report.csv", encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    started = time.monotonic()
    rows = Rows(database, begin, end)
    count = check_quality(checks, page, rows)
    check_latency(checks, page, rows)
    check_money(checks, page, rows, count)
    check_turns(checks, page, rows)
    check_gaps(checks, page, rows)
    check_buckets(checks, page, rows)
    check_before(checks, page, database, begin, end)
    sql = time.monotonic() - started
    check_report(checks, page, report, lines)
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(checks.kinds.items()))
    print(f"{page['range']['from']} to {page['range']['to']}: {page['gaps']['events']:,} events, {count:,} responses, "
          f"${page['cost_micros'] / 1e6:,.6f}; compared {kinds}; sketches off by at most {checks.worst_sketch:.3%}; "
          f"page with its process {took:.2f} s, SQL {sql:.1f} s; {len(checks.faults)} differ", flush=True)
    for fault in checks.faults[:20]:
        print("    " + fault)
    return not checks.faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("assay")
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--days", type=int, default=6)
    parser.add_argument("--workspace")
    options = parser.parse_args()
    os.environ.setdefault("TZ", "UTC")
    with tempfile.TemporaryDirectory() as scratch:
        workspace = options.workspace or f"{scratch}/demo"
        if not options.workspace:
            outcome_of([options.assay, "demo", "load", "--events", str(options.events), "--days", str(options.days),
                        "--seed", "7", "--until", "2026-11-21T12:00:00Z", "--folder", workspace])
        database = sqlite3.connect(f"file:{workspace}/assay.db?mode=ro", uri=True)
        first, last = database.execute("SELECT min(timestamp_us), max(timestamp_us) FROM events").fetchone()
        begin, end = first // MINUTE * MINUTE, (last // MINUTE + 1) * MINUTE
        span = end - begin
        ranges = [(begin, end), (end - span // 4 // MINUTE * MINUTE, end), (end - DAY, end), (end - DAY - 3600_000_000, end - DAY),
                  (begin + span // 7, begin + span // 7 + span // 3), (end - 11 * MINUTE, end)]
        good = [check_range(options.assay, workspace, database, scratch, *pair) for pair in ranges]
    print("every figure agrees" if all(good) else "FIGURES DIFFER")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
