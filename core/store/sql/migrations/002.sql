-- Keys become integers: a record's place in its log is one rowid, and every text that repeats is kept once.

-- Thread ids, turn ids, kinds, models … each once.
CREATE TABLE names (
    id   INTEGER PRIMARY KEY,
    text TEXT    NOT NULL UNIQUE
);

-- One partition of one topic, where to go on reading it, and what became of its records:
-- read = stored + duplicates + conflicts + echoes + undecodable + tombstones.
CREATE TABLE streams (
    id           INTEGER PRIMARY KEY,  -- 1 … 65,535
    topic        TEXT    NOT NULL,
    partition    INTEGER NOT NULL,
    own          INTEGER NOT NULL,     -- 1: an embedded log of ours
    next_offset  INTEGER,              -- NULL: never read
    read         INTEGER NOT NULL DEFAULT 0,
    stored       INTEGER NOT NULL DEFAULT 0,
    duplicates   INTEGER NOT NULL DEFAULT 0,
    conflicts    INTEGER NOT NULL DEFAULT 0,
    echoes       INTEGER NOT NULL DEFAULT 0,  -- our own messages, stored from our log already
    undecodable  INTEGER NOT NULL DEFAULT 0,
    tombstones   INTEGER NOT NULL DEFAULT 0,
    parts        INTEGER NOT NULL DEFAULT 0,  -- events of batches, beyond the records
    part_repeats INTEGER NOT NULL DEFAULT 0,
    missing      INTEGER NOT NULL DEFAULT 0,  -- offsets in gaps
    UNIQUE (topic, partition)
);

-- Totals of the whole store by name: hints on sequences, bytes of dead letters, letters dropped.
CREATE TABLE tallies (
    name  TEXT    PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE events_v2 (
    id           INTEGER PRIMARY KEY,  -- streams.id << 47 | log offset; below 1 << 47: an event of a batch
    parent       INTEGER,              -- the batch's record; NULL for a record
    item         INTEGER NOT NULL,     -- 0, or the place in the batch from 1 on
    message_id   BLOB,                 -- NULL when the sender gave none
    kind         INTEGER NOT NULL,     -- names
    thread       INTEGER NOT NULL,     -- names
    turn         INTEGER,              -- names; NULL when unknown
    sequence     INTEGER NOT NULL,     -- unsigned 64 bits, stored as their two's complement
    timestamp_us INTEGER NOT NULL,     -- the sender's
    logged_us    INTEGER,              -- the log's
    size         INTEGER NOT NULL,
    compressed   INTEGER NOT NULL,
    summary      TEXT    NOT NULL,
    frame        BLOB                  -- as received; NULL for the events of a batch
);

-- Which message ids are stored: sorted runs of (64-bit hash, events.id), merged as they grow, since an
-- index over random ids would touch a page for every row.
CREATE TABLE message_runs (
    run     INTEGER PRIMARY KEY,
    entries INTEGER NOT NULL
);
CREATE TABLE message_chunks (
    id      INTEGER PRIMARY KEY,  -- run << 24 | place in the run
    entries BLOB    NOT NULL
);

-- What any producer said about quality, ours and foreign. Absent is NULL.
CREATE TABLE quality_v2 (
    id           INTEGER PRIMARY KEY,  -- events.id
    timestamp_us INTEGER NOT NULL,
    source       INTEGER NOT NULL,     -- names
    scope        INTEGER NOT NULL,     -- names
    score        REAL,                 -- overall, or else the mean of the parts
    accuracy     REAL,
    relevance    REAL,
    completeness REAL,
    overall      REAL,
    passed       INTEGER,
    threshold    REAL,
    issue_count  INTEGER,
    latency_ms   INTEGER,
    retry_count  INTEGER,
    turn_number  INTEGER,
    attempt      INTEGER,
    model        INTEGER,              -- names
    category     INTEGER,              -- names
    application  INTEGER,              -- names
    scope_id     TEXT,
    query_id     TEXT,
    issues       TEXT,                 -- one a line
    reasoning    TEXT
);

CREATE TABLE quality_issues (
    issue INTEGER NOT NULL,  -- names
    id    INTEGER NOT NULL,  -- quality.id
    PRIMARY KEY (issue, id)
) WITHOUT ROWID;

CREATE TABLE llm_calls_v2 (
    id                INTEGER PRIMARY KEY,  -- events.id
    timestamp_us      INTEGER NOT NULL,
    model             INTEGER,              -- names
    purpose           INTEGER,              -- names
    prompt_tokens     INTEGER,
    completion_tokens INTEGER,
    cost_micros       INTEGER,
    estimated         INTEGER NOT NULL,
    duration_us       INTEGER
);

CREATE TABLE dead_letters_v2 (
    id          INTEGER PRIMARY KEY,
    stream      INTEGER NOT NULL,
    log_offset  INTEGER NOT NULL,
    stage       TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    byte_offset INTEGER,
    message     TEXT    NOT NULL,
    seen_at_us  INTEGER NOT NULL,
    logged_us   INTEGER,
    size        INTEGER NOT NULL,
    raw         BLOB    NOT NULL,  -- the first 1 MiB at most
    UNIQUE (stream, log_offset, reason)
);

-- Offsets that were never seen.
CREATE TABLE gaps (
    stream       INTEGER NOT NULL,
    first_offset INTEGER NOT NULL,
    records      INTEGER NOT NULL,
    reason       TEXT    NOT NULL,
    seen_at_us   INTEGER NOT NULL,
    PRIMARY KEY (stream, first_offset)
);

INSERT INTO names (text)
SELECT kind FROM events UNION SELECT thread_id FROM events UNION SELECT turn_id FROM events WHERE turn_id <> ''
UNION SELECT source FROM quality UNION SELECT scope FROM quality UNION SELECT model FROM quality WHERE model <> ''
UNION SELECT category FROM quality WHERE category <> '' UNION SELECT application FROM quality WHERE application <> ''
UNION SELECT model FROM llm_calls WHERE model <> '' UNION SELECT purpose FROM llm_calls WHERE purpose <> '';

INSERT INTO streams (topic, partition, own, next_offset)
SELECT p.topic, p.partition, p.topic LIKE 'local-%', o.next_offset
FROM (SELECT topic, partition FROM events UNION SELECT topic, partition FROM dead_letters
      UNION SELECT topic, partition FROM positions) AS p
LEFT JOIN positions AS o ON o.topic = p.topic AND o.partition = p.partition;

INSERT INTO events_v2
SELECT CASE WHEN e.item = 0 THEN (s.id << 47) + e.log_offset
            ELSE row_number() OVER (ORDER BY e.item = 0, s.id, e.log_offset, e.item) END,
       CASE WHEN e.item > 0 THEN (s.id << 47) + e.log_offset END, e.item, e.message_id,
       (SELECT id FROM names WHERE text = e.kind), (SELECT id FROM names WHERE text = e.thread_id),
       (SELECT id FROM names WHERE text = e.turn_id), e.sequence, e.timestamp_us, NULL, e.size, e.compressed,
       e.summary, e.frame
FROM events AS e JOIN streams AS s ON s.topic = e.topic AND s.partition = e.partition;

CREATE TEMP TABLE places AS
SELECT e.id AS id, s.topic AS topic, s.partition AS partition, e.item AS item,
       coalesce(e.parent, e.id) & 140737488355327 AS log_offset
FROM events_v2 AS e JOIN streams AS s ON s.id = coalesce(e.parent, e.id) >> 47;

CREATE INDEX temp.places_key ON places (topic, partition, log_offset, item);

INSERT INTO quality_v2
SELECT p.id, q.timestamp_us, (SELECT id FROM names WHERE text = q.source), (SELECT id FROM names WHERE text = q.scope),
       coalesce(q.overall, (q.accuracy + q.relevance + q.completeness) / 3.0),
       q.accuracy, q.relevance, q.completeness, q.overall, q.passed, q.threshold, q.issue_count, q.latency_ms,
       q.retry_count, q.turn_number, q.attempt, (SELECT id FROM names WHERE text = q.model),
       (SELECT id FROM names WHERE text = q.category), (SELECT id FROM names WHERE text = q.application),
       nullif(q.scope_id, ''), nullif(q.query_id, ''), nullif(q.issues, ''), nullif(q.reasoning, '')
FROM quality AS q JOIN places AS p USING (topic, partition, log_offset, item);

INSERT INTO names (text)
WITH RECURSIVE split (issue, rest) AS (
    SELECT '', issues || char(10) FROM quality_v2 WHERE issues IS NOT NULL
    UNION ALL SELECT substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
    FROM split WHERE rest <> '')
SELECT DISTINCT issue FROM split WHERE issue <> '' AND issue NOT IN (SELECT text FROM names);

INSERT OR IGNORE INTO quality_issues (issue, id)
WITH RECURSIVE split (id, issue, rest) AS (
    SELECT id, '', issues || char(10) FROM quality_v2 WHERE issues IS NOT NULL
    UNION ALL SELECT id, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
    FROM split WHERE rest <> '')
SELECT n.id, s.id FROM split AS s JOIN names AS n ON n.text = s.issue WHERE s.issue <> '';

INSERT INTO llm_calls_v2
SELECT p.id, c.timestamp_us, (SELECT id FROM names WHERE text = c.model), (SELECT id FROM names WHERE text = c.purpose),
       c.prompt_tokens, c.completion_tokens, c.cost_micros, c.estimated, c.duration_us
FROM llm_calls AS c JOIN places AS p USING (topic, partition, log_offset, item);

INSERT INTO gaps
SELECT s.id, d.log_offset, d.records, 'unknown', d.seen_at_us
FROM dead_letters AS d JOIN streams AS s USING (topic, partition) WHERE d.reason = 'gap';

INSERT INTO dead_letters_v2 (stream, log_offset, stage, reason, byte_offset, message, seen_at_us, size, raw)
SELECT s.id, d.log_offset, d.stage, d.reason, d.byte_offset, d.message, d.seen_at_us, d.size, d.raw
FROM dead_letters AS d JOIN streams AS s USING (topic, partition) WHERE d.reason <> 'gap' ORDER BY d.seen_at_us;

UPDATE streams SET
    stored = (SELECT count(*) FROM events AS e WHERE e.topic = streams.topic AND e.partition = streams.partition AND item = 0),
    parts = (SELECT count(*) FROM events AS e WHERE e.topic = streams.topic AND e.partition = streams.partition AND item > 0),
    conflicts = (SELECT count(*) FROM dead_letters_v2 WHERE stream = streams.id AND reason = 'conflicting_message'),
    undecodable = (SELECT count(*) FROM dead_letters_v2 WHERE stream = streams.id AND reason <> 'conflicting_message'),
    missing = coalesce((SELECT sum(records) FROM gaps WHERE stream = streams.id), 0);
-- Version 1 did not count what it had seen twice: whatever else was read was such a repeat.
UPDATE streams SET duplicates = max(0, coalesce(next_offset, 0) - stored - conflicts - undecodable - missing);
UPDATE streams SET read = stored + duplicates + conflicts + undecodable;

INSERT INTO tallies SELECT 'dead_letter_bytes', coalesce(sum(length(raw)), 0) FROM dead_letters_v2;

DROP TABLE places;
DROP TABLE quality;
DROP TABLE llm_calls;
DROP TABLE dead_letters;
DROP TABLE positions;
DROP TABLE events;
ALTER TABLE events_v2 RENAME TO events;
ALTER TABLE quality_v2 RENAME TO quality;
ALTER TABLE llm_calls_v2 RENAME TO llm_calls;
ALTER TABLE dead_letters_v2 RENAME TO dead_letters;

CREATE INDEX events_turn ON events (turn, timestamp_us) WHERE turn IS NOT NULL;
CREATE INDEX events_thread ON events (thread, timestamp_us);
CREATE INDEX events_time ON events (timestamp_us);
CREATE INDEX quality_time ON quality (timestamp_us);
CREATE INDEX llm_calls_time ON llm_calls (timestamp_us);

-- Minute sums, kept in the transaction of the rows they count. All integers, so that any order of the
-- same events gives the same sums; scores are in millionths.
CREATE TABLE rollup_events (
    minute      INTEGER PRIMARY KEY,  -- since the epoch; the sender's for events and repeats, the log's for all else
    events      INTEGER NOT NULL,
    late        INTEGER NOT NULL,     -- logged more than 24 hours after the sender's time
    future      INTEGER NOT NULL,     -- logged more than 5 minutes before it
    duplicates  INTEGER NOT NULL,
    conflicts   INTEGER NOT NULL,
    echoes      INTEGER NOT NULL,
    undecodable INTEGER NOT NULL,
    tombstones  INTEGER NOT NULL,
    missing     INTEGER NOT NULL
);

CREATE TABLE rollup_quality (
    minute             INTEGER NOT NULL,
    model              INTEGER NOT NULL,  -- names; 0 = not told
    category           INTEGER NOT NULL,
    application        INTEGER NOT NULL,
    readings           INTEGER NOT NULL,  -- of answers: scope "quality"
    attempt_readings   INTEGER NOT NULL,  -- of attempts that are not the answer
    alerts             INTEGER NOT NULL,  -- LOW_QUALITY
    passed             INTEGER NOT NULL,
    failed             INTEGER NOT NULL,
    scored             INTEGER NOT NULL,
    at_95              INTEGER NOT NULL,
    at_90              INTEGER NOT NULL,
    at_80              INTEGER NOT NULL,
    below_80           INTEGER NOT NULL,
    score_sum          INTEGER NOT NULL,
    accuracy_count     INTEGER NOT NULL,
    accuracy_sum       INTEGER NOT NULL,
    relevance_count    INTEGER NOT NULL,
    relevance_sum      INTEGER NOT NULL,
    completeness_count INTEGER NOT NULL,
    completeness_sum   INTEGER NOT NULL,
    retries_count      INTEGER NOT NULL,
    retries_sum        INTEGER NOT NULL,
    latency_invalid    INTEGER NOT NULL,  -- negative or over a day: clocks disagree
    latency_count      INTEGER NOT NULL,
    latency_sum_ms     INTEGER NOT NULL,
    latency_100        INTEGER NOT NULL,  -- at most 100 ms, and so on
    latency_200        INTEGER NOT NULL,
    latency_500        INTEGER NOT NULL,
    latency_1000       INTEGER NOT NULL,
    latency_2000       INTEGER NOT NULL,
    latency_5000       INTEGER NOT NULL,
    latency_10000      INTEGER NOT NULL,
    latency_30000      INTEGER NOT NULL,
    latency_above      INTEGER NOT NULL,
    PRIMARY KEY (minute, model, category, application)
) WITHOUT ROWID;

CREATE TABLE rollup_issues (
    minute   INTEGER NOT NULL,
    model    INTEGER NOT NULL,
    issue    INTEGER NOT NULL,
    readings INTEGER NOT NULL,
    PRIMARY KEY (minute, model, issue)
) WITHOUT ROWID;

CREATE TABLE rollup_llm (
    minute            INTEGER NOT NULL,
    model             INTEGER NOT NULL,
    purpose           INTEGER NOT NULL,
    calls             INTEGER NOT NULL,
    estimated         INTEGER NOT NULL,
    prompt_tokens     INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    cost_count        INTEGER NOT NULL,
    cost_micros       INTEGER NOT NULL,
    duration_count    INTEGER NOT NULL,
    duration_sum_us   INTEGER NOT NULL,
    PRIMARY KEY (minute, model, purpose)
) WITHOUT ROWID;

-- The same sums counted anew from the rows.
CREATE VIEW recount_events AS
SELECT timestamp_us / 60000000 AS minute, count(*) AS events,
       sum(coalesce(logged_us - timestamp_us > 86400000000, 0)) AS late,
       sum(coalesce(timestamp_us - logged_us > 300000000, 0)) AS future
FROM events GROUP BY 1;

CREATE VIEW recount_quality AS
SELECT q.timestamp_us / 60000000 AS minute, coalesce(q.model, 0) AS model, coalesce(q.category, 0) AS category,
       coalesce(q.application, 0) AS application,
       sum(s.text = 'quality') AS readings, sum(s.text = 'quality_attempt') AS attempt_readings,
       sum(s.text = 'alert') AS alerts,
       sum(s.text = 'quality' AND coalesce(q.passed = 1, 0)) AS passed,
       sum(s.text = 'quality' AND coalesce(q.passed = 0, 0)) AS failed,
       sum(s.text = 'quality' AND q.score IS NOT NULL) AS scored,
       -- 0.95, 0.90 and 0.80 as the 32-bit floats that the wire has
       sum(s.text = 'quality' AND coalesce(q.score >= 0.949999988079071044921875, 0)) AS at_95,
       sum(s.text = 'quality' AND coalesce(q.score < 0.949999988079071044921875 AND q.score >= 0.89999997615814208984375, 0)) AS at_90,
       sum(s.text = 'quality' AND coalesce(q.score < 0.89999997615814208984375 AND q.score >= 0.800000011920928955078125, 0)) AS at_80,
       sum(s.text = 'quality' AND coalesce(q.score < 0.800000011920928955078125, 0)) AS below_80,
       sum(CASE WHEN s.text = 'quality' THEN CAST(coalesce(q.score, 0) * 1e6 + 0.5 AS INTEGER) ELSE 0 END) AS score_sum,
       sum(s.text = 'quality' AND q.accuracy IS NOT NULL) AS accuracy_count,
       sum(CASE WHEN s.text = 'quality' THEN CAST(coalesce(q.accuracy, 0) * 1e6 + 0.5 AS INTEGER) ELSE 0 END) AS accuracy_sum,
       sum(s.text = 'quality' AND q.relevance IS NOT NULL) AS relevance_count,
       sum(CASE WHEN s.text = 'quality' THEN CAST(coalesce(q.relevance, 0) * 1e6 + 0.5 AS INTEGER) ELSE 0 END) AS relevance_sum,
       sum(s.text = 'quality' AND q.completeness IS NOT NULL) AS completeness_count,
       sum(CASE WHEN s.text = 'quality' THEN CAST(coalesce(q.completeness, 0) * 1e6 + 0.5 AS INTEGER) ELSE 0 END) AS completeness_sum,
       sum(s.text = 'quality' AND coalesce(q.retry_count BETWEEN 0 AND 1000000, 0)) AS retries_count,
       sum(CASE WHEN s.text = 'quality' AND q.retry_count BETWEEN 0 AND 1000000 THEN q.retry_count ELSE 0 END) AS retries_sum,
       sum(s.text = 'quality' AND coalesce(q.latency_ms NOT BETWEEN 0 AND 86400000, 0)) AS latency_invalid,
       sum(s.text = 'quality' AND coalesce(q.latency_ms BETWEEN 0 AND 86400000, 0)) AS latency_count,
       sum(CASE WHEN s.text = 'quality' AND q.latency_ms BETWEEN 0 AND 86400000 THEN q.latency_ms ELSE 0 END) AS latency_sum_ms,
       sum(s.text = 'quality' AND coalesce(q.latency_ms BETWEEN 0 AND 100, 0)) AS latency_100,
       sum(s.text = 'quality' AND coalesce(q.latency_ms BETWEEN 101 AND 200, 0)) AS latency_200,
       sum(s.text = 'quality' AND coalesce(q.latency_ms BETWEEN 201 AND 500, 0)) AS latency_500,
       sum(s.text = 'quality' AND coalesce(q.latency_ms BETWEEN 501 AND 1000, 0)) AS latency_1000,
       sum(s.text = 'quality' AND coalesce(q.latency_ms BETWEEN 1001 AND 2000, 0)) AS latency_2000,
       sum(s.text = 'quality' AND coalesce(q.latency_ms BETWEEN 2001 AND 5000, 0)) AS latency_5000,
       sum(s.text = 'quality' AND coalesce(q.latency_ms BETWEEN 5001 AND 10000, 0)) AS latency_10000,
       sum(s.text = 'quality' AND coalesce(q.latency_ms BETWEEN 10001 AND 30000, 0)) AS latency_30000,
       sum(s.text = 'quality' AND coalesce(q.latency_ms BETWEEN 30001 AND 86400000, 0)) AS latency_above
FROM quality AS q JOIN names AS s ON s.id = q.scope GROUP BY 1, 2, 3, 4;

CREATE VIEW recount_issues AS
SELECT q.timestamp_us / 60000000 AS minute, coalesce(q.model, 0) AS model, i.issue AS issue, count(*) AS readings
FROM quality_issues AS i JOIN quality AS q ON q.id = i.id JOIN names AS s ON s.id = q.scope
WHERE s.text = 'quality' GROUP BY 1, 2, 3;

CREATE VIEW recount_llm AS
SELECT timestamp_us / 60000000 AS minute, coalesce(model, 0) AS model, coalesce(purpose, 0) AS purpose, count(*) AS calls,
       sum(estimated) AS estimated,
       sum(CASE WHEN prompt_tokens BETWEEN 0 AND 1000000000 THEN prompt_tokens ELSE 0 END) AS prompt_tokens,
       sum(CASE WHEN completion_tokens BETWEEN 0 AND 1000000000 THEN completion_tokens ELSE 0 END) AS completion_tokens,
       sum(coalesce(cost_micros BETWEEN 0 AND 1000000000000, 0)) AS cost_count,
       sum(CASE WHEN cost_micros BETWEEN 0 AND 1000000000000 THEN cost_micros ELSE 0 END) AS cost_micros,
       sum(coalesce(duration_us BETWEEN 0 AND 86400000000, 0)) AS duration_count,
       sum(CASE WHEN duration_us BETWEEN 0 AND 86400000000 THEN duration_us ELSE 0 END) AS duration_sum_us
FROM llm_calls GROUP BY 1, 2, 3;

INSERT INTO rollup_events SELECT minute, events, late, future, 0, 0, 0, 0, 0, 0 FROM recount_events;
INSERT INTO rollup_quality SELECT * FROM recount_quality;
INSERT INTO rollup_issues SELECT * FROM recount_issues;
INSERT INTO rollup_llm SELECT * FROM recount_llm;

-- Events with their texts, for lists and filters.
CREATE VIEW event_rows AS
SELECT e.id AS id, s.topic AS topic, s.partition AS partition,
       coalesce(e.parent, e.id) & 140737488355327 AS log_offset, e.item AS item, e.message_id AS message_id,
       k.text AS kind, t.text AS thread_id, coalesce(u.text, '') AS turn_id, e.sequence AS sequence,
       e.timestamp_us AS timestamp_us, e.logged_us AS logged_us, e.size AS size, e.compressed AS compressed,
       e.summary AS summary, e.frame AS frame, e.turn AS turn, e.thread AS thread
FROM events AS e JOIN streams AS s ON s.id = coalesce(e.parent, e.id) >> 47
JOIN names AS k ON k.id = e.kind JOIN names AS t ON t.id = e.thread LEFT JOIN names AS u ON u.id = e.turn;

CREATE VIEW quality_rows AS
SELECT e.topic AS topic, e.partition AS partition, e.log_offset AS log_offset, e.item AS item, src.text AS source,
       sc.text AS scope, e.thread_id AS thread_id, e.turn_id AS turn_id, q.timestamp_us AS timestamp_us,
       q.accuracy AS accuracy, q.relevance AS relevance, q.completeness AS completeness, q.overall AS overall,
       q.score AS score, q.passed AS passed, q.threshold AS threshold, q.issues AS issues, q.issue_count AS issue_count,
       q.latency_ms AS latency_ms, q.retry_count AS retry_count, q.turn_number AS turn_number, q.attempt AS attempt,
       q.scope_id AS scope_id, q.query_id AS query_id, m.text AS model, c.text AS category, a.text AS application,
       q.reasoning AS reasoning, q.id AS id, e.turn AS turn
FROM quality AS q JOIN event_rows AS e ON e.id = q.id JOIN names AS src ON src.id = q.source
JOIN names AS sc ON sc.id = q.scope LEFT JOIN names AS m ON m.id = q.model
LEFT JOIN names AS c ON c.id = q.category LEFT JOIN names AS a ON a.id = q.application;
