-- What this store has taken over of a triage queue that several consoles share.
CREATE TABLE triage_shared (
    queue  TEXT PRIMARY KEY,
    number INTEGER NOT NULL  -- of the last line
) WITHOUT ROWID;

-- States that were set elsewhere, of turns that are not in the queue here yet.
CREATE TABLE triage_waiting (
    turn_id TEXT PRIMARY KEY,
    state   TEXT NOT NULL  -- JSON
) WITHOUT ROWID;
