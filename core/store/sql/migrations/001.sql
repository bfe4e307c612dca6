-- Every message of every log, once. `item` is 0, and from 1 on for the events of a batch.
CREATE TABLE events (
    topic        TEXT    NOT NULL,
    partition    INTEGER NOT NULL,
    log_offset   INTEGER NOT NULL,
    item         INTEGER NOT NULL DEFAULT 0,
    message_id   BLOB,              -- NULL when the sender gave none
    kind         TEXT    NOT NULL,
    thread_id    TEXT    NOT NULL,
    turn_id      TEXT    NOT NULL,
    sequence     INTEGER NOT NULL,  -- unsigned 64 bits, stored as their two's complement
    timestamp_us INTEGER NOT NULL,
    size         INTEGER NOT NULL,
    compressed   INTEGER NOT NULL,
    summary      TEXT    NOT NULL,
    frame        BLOB,              -- as received; NULL for the events of a batch
    PRIMARY KEY (topic, partition, log_offset, item)
);
CREATE UNIQUE INDEX events_message_id ON events (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX events_turn ON events (turn_id, timestamp_us) WHERE turn_id <> '';
CREATE INDEX events_thread ON events (thread_id, timestamp_us);

CREATE TABLE turns (
    row             INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    thread_id       TEXT    NOT NULL,
    number          INTEGER NOT NULL,
    asked_at_us     INTEGER NOT NULL,
    question        TEXT    NOT NULL,
    answer          TEXT    NOT NULL,
    status          TEXT    NOT NULL,
    passed          INTEGER NOT NULL,
    score           REAL,
    threshold       REAL    NOT NULL,
    policy_revision INTEGER NOT NULL,
    model           TEXT    NOT NULL,
    tier            TEXT    NOT NULL,
    strategy        TEXT    NOT NULL,
    confidence      REAL    NOT NULL,
    attempts        INTEGER NOT NULL,
    cost_micros     INTEGER NOT NULL,
    cost_estimated  INTEGER NOT NULL,
    latency_us      INTEGER NOT NULL,
    offline         INTEGER NOT NULL,
    label           TEXT    NOT NULL,
    label_note      TEXT    NOT NULL,
    written_at_us   INTEGER NOT NULL,  -- time of the message it came from; the newest wins
    json            BLOB    NOT NULL   -- the whole turn, compressed
);
CREATE INDEX turns_thread ON turns (thread_id, number, row);
CREATE INDEX turns_asked ON turns (asked_at_us, cost_micros);

-- Filled by the writer and not by triggers: SQLite refuses FTS5 in the triggers of an untrusted schema.
CREATE VIRTUAL TABLE turn_text USING fts5 (
    question, answer, content = 'turns', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2'
);

-- An operator's newest word on a turn. Apart from the turn, since it may arrive before it.
CREATE TABLE labels (
    turn_id      TEXT    PRIMARY KEY,
    label        TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    timestamp_us INTEGER NOT NULL
);

CREATE TABLE threads (
    id          TEXT    PRIMARY KEY,
    title       TEXT    NOT NULL,
    created_us  INTEGER NOT NULL,
    updated_us  INTEGER NOT NULL,
    turns       INTEGER NOT NULL,
    passed      INTEGER NOT NULL,
    cost_micros INTEGER NOT NULL
);
CREATE INDEX threads_updated ON threads (updated_us, id);

-- What any producer said about quality, ours and foreign.
CREATE TABLE quality (
    topic        TEXT    NOT NULL,
    partition    INTEGER NOT NULL,
    log_offset   INTEGER NOT NULL,
    item         INTEGER NOT NULL,
    source       TEXT    NOT NULL,
    scope        TEXT    NOT NULL,
    thread_id    TEXT    NOT NULL,
    turn_id      TEXT    NOT NULL,
    timestamp_us INTEGER NOT NULL,
    accuracy     REAL,
    relevance    REAL,
    completeness REAL,
    overall      REAL,
    passed       INTEGER,
    threshold    REAL,
    issues       TEXT    NOT NULL,  -- one a line
    issue_count  INTEGER,
    latency_ms   INTEGER,
    retry_count  INTEGER,
    turn_number  INTEGER,
    attempt      INTEGER,
    scope_id     TEXT    NOT NULL,
    query_id     TEXT    NOT NULL,
    model        TEXT    NOT NULL,
    category     TEXT    NOT NULL,
    application  TEXT    NOT NULL,
    reasoning    TEXT    NOT NULL,
    PRIMARY KEY (topic, partition, log_offset, item),
    FOREIGN KEY (topic, partition, log_offset, item)
        REFERENCES events (topic, partition, log_offset, item) ON DELETE CASCADE
);
CREATE INDEX quality_time ON quality (timestamp_us);
CREATE INDEX quality_turn ON quality (turn_id) WHERE turn_id <> '';

CREATE TABLE llm_calls (
    topic             TEXT    NOT NULL,
    partition         INTEGER NOT NULL,
    log_offset        INTEGER NOT NULL,
    item              INTEGER NOT NULL,
    thread_id         TEXT    NOT NULL,
    turn_id           TEXT    NOT NULL,
    timestamp_us      INTEGER NOT NULL,
    model             TEXT    NOT NULL,
    purpose           TEXT    NOT NULL,
    prompt_tokens     INTEGER,
    completion_tokens INTEGER,
    cost_micros       INTEGER,
    estimated         INTEGER NOT NULL,
    duration_us       INTEGER,
    PRIMARY KEY (topic, partition, log_offset, item),
    FOREIGN KEY (topic, partition, log_offset, item)
        REFERENCES events (topic, partition, log_offset, item) ON DELETE CASCADE
);
CREATE INDEX llm_calls_time ON llm_calls (timestamp_us);
CREATE INDEX llm_calls_turn ON llm_calls (turn_id) WHERE turn_id <> '';

-- Innovation 12: what a later training run learns from each turn.
CREATE TABLE learning_records (
    turn_id           TEXT    PRIMARY KEY,
    tool_used         INTEGER NOT NULL,
    should_use_tool   INTEGER NOT NULL,
    quality_score     REAL,
    fast_path_passed  INTEGER NOT NULL,
    first_tier_fast   INTEGER NOT NULL,
    FOREIGN KEY (turn_id) REFERENCES turns (id) ON DELETE CASCADE
);

-- Records that were read and could not be stored as events, with the reason; nothing is dropped.
CREATE TABLE dead_letters (
    topic       TEXT    NOT NULL,
    partition   INTEGER NOT NULL,
    log_offset  INTEGER NOT NULL,
    records     INTEGER NOT NULL,  -- more than 1 for a gap in the log
    stage       TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    byte_offset INTEGER,
    message     TEXT    NOT NULL,
    seen_at_us  INTEGER NOT NULL,
    size        INTEGER NOT NULL,
    raw         BLOB    NOT NULL,  -- the first 1 MiB at most
    PRIMARY KEY (topic, partition, log_offset, reason)
);

CREATE TABLE positions (
    topic       TEXT    NOT NULL,
    partition   INTEGER NOT NULL,
    next_offset INTEGER NOT NULL,
    PRIMARY KEY (topic, partition)
);
