-- name: queue_turn
INSERT INTO triage_items (row, version, reasons, turn_id, thread_id, number, asked_at_us, status, passed, score, threshold,
                          accuracy, relevance, completeness, model, tier, strategy, confidence, attempts, cost_micros,
                          latency_us, label, issues, judge)
SELECT t.row, (SELECT coalesce(max(version), 0) + 1 FROM triage_items), (t.status = 'failed') + 2 * (t.label = 'bad'),
       t.id, t.thread_id, t.number, t.asked_at_us, t.status, t.passed, t.score, t.threshold,
       coalesce(?3, q.accuracy), coalesce(?4, q.relevance), coalesce(?5, q.completeness), t.model, t.tier, t.strategy,
       t.confidence, t.attempts, t.cost_micros, t.latency_us, t.label,
       coalesce(?6, CASE WHEN q.id IS NOT NULL THEN coalesce(q.issues, '') END), ?2
FROM turns AS t
LEFT JOIN quality AS q ON q.id = (
    SELECT r.id FROM events AS v JOIN quality AS r ON r.id = v.id
    WHERE v.turn = (SELECT id FROM names WHERE text = t.id)
      AND r.scope = (SELECT id FROM names WHERE text = 'quality') ORDER BY v.timestamp_us DESC, v.id DESC LIMIT 1)
WHERE t.id = ?1 AND t.thread_id NOT GLOB 'rr_*'
  AND (t.status = 'failed' OR t.label = 'bad' OR EXISTS (SELECT 1 FROM triage_items AS i WHERE i.row = t.row))
ON CONFLICT (row) DO UPDATE SET
    version = excluded.version, reasons = excluded.reasons | (reasons & 4), thread_id = excluded.thread_id,
    number = excluded.number, asked_at_us = excluded.asked_at_us, status = excluded.status, passed = excluded.passed,
    score = excluded.score, threshold = excluded.threshold, accuracy = coalesce(excluded.accuracy, accuracy),
    relevance = coalesce(excluded.relevance, relevance),
    completeness = coalesce(excluded.completeness, completeness), model = excluded.model,
    tier = excluded.tier, strategy = excluded.strategy, confidence = excluded.confidence,
    attempts = excluded.attempts, cost_micros = excluded.cost_micros, latency_us = excluded.latency_us,
    label = excluded.label, issues = coalesce(excluded.issues, issues),
    judge = CASE WHEN excluded.judge = '' THEN judge ELSE excluded.judge END

-- name: worse_turns
SELECT i.row, i.turn_id, i.thread_id, n.number, n.score
FROM triage_items AS n JOIN triage_items AS i ON i.thread_id = n.thread_id AND i.number <= n.number
WHERE n.turn_id = ?1 AND n.status = 'failed' AND n.score < i.settled_score
  AND (i.resolved = 1 OR i.snoozed_until_us > ?2)

-- name: triage_after
SELECT row, version, reasons, turn_id, thread_id, number, asked_at_us, status, passed, score, threshold, accuracy,
       relevance, completeness, model, tier, strategy, confidence, attempts, cost_micros, latency_us, label, issues,
       judge, alert, resolved, resolved_us, settled_score, assignee, note, snoozed_until_us, reopened, edit
FROM triage_items WHERE version > ?1 ORDER BY version

-- name: triage_state
SELECT turn_id, thread_id, score, resolved, resolved_us, settled_score, assignee, note, snoozed_until_us, reopened, edit
FROM triage_items WHERE row = ?1

-- name: triage_row_of
SELECT row FROM triage_items WHERE turn_id = ?1

-- name: set_triage_state
UPDATE triage_items SET resolved = ?2, resolved_us = ?3, settled_score = ?4, assignee = ?5, note = ?6,
                        snoozed_until_us = ?7, reopened = ?8, edit = edit + 1,
                        version = (SELECT coalesce(max(version), 0) + 1 FROM triage_items)
WHERE row = ?1

-- name: queue_alerted
INSERT INTO triage_items (row, version, reasons, turn_id, thread_id, number, asked_at_us, status, passed, score, threshold,
                          accuracy, relevance, completeness, model, tier, strategy, confidence, attempts, cost_micros,
                          latency_us, label, issues, judge, alert)
SELECT t.row, (SELECT coalesce(max(version), 0) + 1 FROM triage_items),
       (t.status = 'failed') + 2 * (t.label = 'bad') + 4, t.id, t.thread_id, t.number, t.asked_at_us, t.status, t.passed,
       t.score, t.threshold, q.accuracy, q.relevance, q.completeness, t.model, t.tier, t.strategy, t.confidence,
       t.attempts, t.cost_micros, t.latency_us, t.label, CASE WHEN q.id IS NOT NULL THEN coalesce(q.issues, '') END,
       '', ?2
FROM turns AS t
LEFT JOIN quality AS q ON q.id = (
    SELECT r.id FROM events AS v JOIN quality AS r ON r.id = v.id
    WHERE v.turn = (SELECT id FROM names WHERE text = t.id)
      AND r.scope = (SELECT id FROM names WHERE text = 'quality') ORDER BY v.timestamp_us DESC, v.id DESC LIMIT 1)
WHERE t.id = ?1
ON CONFLICT (row) DO UPDATE SET version = excluded.version, reasons = reasons | 4, alert = excluded.alert

-- name: triage_text
SELECT question, answer FROM turns WHERE row = ?1

-- name: add_triage_log
INSERT INTO triage_log (batch, at_us, who, action, turn_id, thread_id, before, after, fact)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

-- name: next_triage_batch
SELECT coalesce(max(batch), 0) + 1 FROM triage_log

-- name: last_triage_batch
SELECT batch FROM triage_log WHERE who = ?1 AND undone = 0 AND before <> '' ORDER BY id DESC LIMIT 1

-- name: triage_batch
SELECT action, turn_id, thread_id, before, after FROM triage_log WHERE batch = ?1 AND undone = 0 ORDER BY id

-- name: mark_triage_undone
UPDATE triage_log SET undone = ?2 WHERE batch = ?1

-- name: triage_log_of
SELECT at_us, who, action, turn_id, fact, undone <> 0 FROM triage_log WHERE turn_id = ?1 ORDER BY id DESC LIMIT ?2

-- name: triage_log_newest
SELECT at_us, who, action, turn_id, fact, undone <> 0 FROM triage_log ORDER BY id DESC LIMIT ?1

-- name: shared_number
SELECT number FROM triage_shared WHERE queue = ?1

-- name: set_shared_number
INSERT INTO triage_shared (queue, number) VALUES (?1, ?2) ON CONFLICT (queue) DO UPDATE SET number = excluded.number

-- name: put_waiting
INSERT INTO triage_waiting (turn_id, state) VALUES (?1, ?2) ON CONFLICT (turn_id) DO UPDATE SET state = excluded.state

-- name: waiting_that_came
SELECT w.turn_id, w.state FROM triage_waiting AS w JOIN triage_items AS i ON i.turn_id = w.turn_id

-- name: drop_waiting
DELETE FROM triage_waiting WHERE turn_id = ?1

-- name: triage_views
SELECT name, json FROM triage_views ORDER BY name

-- name: triage_view
SELECT json FROM triage_views WHERE name = ?1

-- name: put_triage_view
INSERT INTO triage_views (name, json) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET json = excluded.json

-- name: delete_triage_view
DELETE FROM triage_views WHERE name = ?1

-- name: judge_spreads
SELECT judge, repeats, variance FROM judge_spreads

-- name: add_judge_spread
INSERT INTO judge_spreads (judge, repeats, variance, measured_us) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (judge) DO UPDATE SET
    variance = (judge_spreads.variance * judge_spreads.repeats + excluded.variance * excluded.repeats)
             / (judge_spreads.repeats + excluded.repeats),
    repeats = judge_spreads.repeats + excluded.repeats, measured_us = excluded.measured_us
