-- What alerts read besides the rows there are, and what they keep.

-- How well the best passage found for a turn covers its question.
CREATE TABLE turn_retrieval (
    row          INTEGER PRIMARY KEY,  -- turns.row
    timestamp_us INTEGER NOT NULL,
    score        REAL    NOT NULL,
    FOREIGN KEY (row) REFERENCES turns (row) ON DELETE CASCADE
);
CREATE INDEX turn_retrieval_time ON turn_retrieval (timestamp_us);

-- Ends of graph runs are few among the events.
CREATE INDEX events_runs ON events (timestamp_us, summary, kind) WHERE summary >= 'GRAPH_E' AND summary < 'GRAPH_F';
CREATE INDEX dead_letters_time ON dead_letters (coalesce(logged_us, seen_at_us));

CREATE TABLE alert_gauges (
    id           INTEGER PRIMARY KEY,
    timestamp_us INTEGER NOT NULL,
    kind         INTEGER NOT NULL,  -- AlertEvent::Kind: 6 lag, 7 processors, 8 memory
    value        REAL    NOT NULL
);
CREATE INDEX alert_gauges_time ON alert_gauges (timestamp_us);

CREATE TABLE alert_firings (
    id          TEXT    PRIMARY KEY,
    rule        TEXT    NOT NULL,
    fired_us    INTEGER NOT NULL,
    resolved_us INTEGER,            -- NULL: it fires
    json        BLOB    NOT NULL
);
CREATE INDEX alert_firings_time ON alert_firings (fired_us);
CREATE INDEX alert_firings_open ON alert_firings (fired_us) WHERE resolved_us IS NULL;

-- What was done about a firing; never changed, never deleted.
CREATE TABLE alert_notes (
    row             INTEGER PRIMARY KEY,
    firing          TEXT    NOT NULL,
    action          TEXT    NOT NULL,
    who             TEXT    NOT NULL,
    note            TEXT    NOT NULL,
    policy_revision INTEGER,
    at_us           INTEGER NOT NULL
);
CREATE INDEX alert_notes_firing ON alert_notes (firing, row);

CREATE TABLE alert_silences (
    id   TEXT PRIMARY KEY,
    json BLOB NOT NULL
);

-- Which message a target took, so that none goes out twice.
CREATE TABLE alert_deliveries (
    target TEXT    NOT NULL,
    key    TEXT    NOT NULL,
    at_us  INTEGER NOT NULL,
    PRIMARY KEY (target, key)
) WITHOUT ROWID;

-- States that must outlive a restart.
CREATE TABLE alert_memory (
    name  TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
);
