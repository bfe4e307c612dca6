-- Turns that somebody should look at, as they were last heard of, and what operators made of them. The columns
-- of turns stand here once more: a list of a million must not touch the answers and their histories.
CREATE TABLE triage_items (
    row              INTEGER PRIMARY KEY,  -- turns.row
    version          INTEGER NOT NULL,     -- rises with every change, so that readers ask for what is new
    reasons          INTEGER NOT NULL,     -- 1 failed the gate, 2 labelled bad, 4 raised an alert; 0 = none any more
    turn_id          TEXT    NOT NULL UNIQUE,
    thread_id        TEXT    NOT NULL,
    number           INTEGER NOT NULL,
    asked_at_us      INTEGER NOT NULL,
    status           TEXT    NOT NULL,
    passed           INTEGER NOT NULL,
    score            REAL,
    threshold        REAL    NOT NULL,
    accuracy         REAL,
    relevance        REAL,
    completeness     REAL,
    model            TEXT    NOT NULL,
    tier             TEXT    NOT NULL,
    strategy         TEXT    NOT NULL,
    confidence       REAL    NOT NULL,
    attempts         INTEGER NOT NULL,
    cost_micros      INTEGER NOT NULL,
    latency_us       INTEGER NOT NULL,
    label            TEXT    NOT NULL,
    issues           TEXT,                 -- one a line; NULL when the answer was not judged
    judge            TEXT    NOT NULL,     -- the judge's model; '' when unknown
    alert            TEXT    NOT NULL DEFAULT '',
    resolved         INTEGER NOT NULL DEFAULT 0,
    resolved_us      INTEGER,
    settled_score    REAL,                 -- when it was resolved or put off: worse than that opens it again
    assignee         TEXT    NOT NULL DEFAULT '',
    note             TEXT    NOT NULL DEFAULT '',
    snoozed_until_us INTEGER,
    reopened         INTEGER NOT NULL DEFAULT 0,
    edit             INTEGER NOT NULL DEFAULT 0  -- counts changes of the state: nobody overwrites what they have not seen
);
CREATE INDEX triage_items_version ON triage_items (version);
CREATE INDEX triage_items_thread ON triage_items (thread_id, number);

-- Who did what and when. Rows of one batch were one action.
CREATE TABLE triage_log (
    id        INTEGER PRIMARY KEY,
    batch     INTEGER NOT NULL,
    at_us     INTEGER NOT NULL,
    who       TEXT    NOT NULL,
    action    TEXT    NOT NULL,
    turn_id   TEXT    NOT NULL,  -- '' for a saved view
    thread_id TEXT    NOT NULL,
    before    TEXT    NOT NULL,  -- JSON; '' when there is nothing to go back to
    after     TEXT    NOT NULL,
    fact      TEXT    NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX triage_log_turn ON triage_log (turn_id, id);
CREATE INDEX triage_log_batch ON triage_log (batch);
CREATE INDEX triage_log_open ON triage_log (who, id) WHERE undone = 0 AND before <> '';

CREATE TABLE triage_views (
    name  TEXT PRIMARY KEY,
    json  TEXT NOT NULL
) WITHOUT ROWID;

-- How far a judge's scores of one and the same answer lie apart.
CREATE TABLE judge_spreads (
    judge       TEXT    PRIMARY KEY,
    repeats     INTEGER NOT NULL,
    variance    REAL    NOT NULL,  -- pooled over every answer that was judged again
    measured_us INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO triage_items (row, version, reasons, turn_id, thread_id, number, asked_at_us, status, passed, score, threshold,
                          accuracy, relevance, completeness, model, tier, strategy, confidence, attempts, cost_micros,
                          latency_us, label, issues, judge)
SELECT t.row, 1, (t.status = 'failed') + 2 * (t.label = 'bad'), t.id, t.thread_id, t.number, t.asked_at_us, t.status,
       t.passed, t.score, t.threshold, q.accuracy, q.relevance, q.completeness, t.model, t.tier, t.strategy,
       t.confidence, t.attempts, t.cost_micros, t.latency_us, t.label,
       CASE WHEN q.id IS NOT NULL THEN coalesce(q.issues, '') END, ''
FROM turns AS t
LEFT JOIN quality AS q ON q.id = (
    SELECT r.id FROM events AS v JOIN quality AS r ON r.id = v.id
    WHERE v.turn = (SELECT id FROM names WHERE text = t.id)
      AND r.scope = (SELECT id FROM names WHERE text = 'quality') ORDER BY v.timestamp_us DESC, v.id DESC LIMIT 1)
WHERE t.status = 'failed' OR t.label = 'bad';
