-- name: upsert_retrieval
INSERT INTO turn_retrieval (row, timestamp_us, score) VALUES (?, ?, ?)
ON CONFLICT (row) DO UPDATE SET timestamp_us = excluded.timestamp_us, score = excluded.score

-- name: alert_extent
SELECT min(timestamp_us), max(timestamp_us) FROM quality

-- name: records_read
SELECT coalesce(sum(read), 0) FROM streams

-- name: name_text
SELECT text FROM names WHERE id = ?

-- name: alert_streams
SELECT id FROM streams ORDER BY id

-- name: alert_subject
SELECT e.id, e.thread_id, e.turn_id, e.timestamp_us, q.score, q.threshold, coalesce(q.issues, ''),
       coalesce(t.question, ''), coalesce(m.text, t.model, '')
FROM event_rows AS e LEFT JOIN quality AS q ON q.id = e.id LEFT JOIN turns AS t ON t.id = e.turn_id
LEFT JOIN names AS m ON m.id = q.model
WHERE e.id = ?

-- name: add_gauge
INSERT INTO alert_gauges (timestamp_us, kind, value) VALUES (?, ?, ?)

-- name: drop_gauges
DELETE FROM alert_gauges WHERE timestamp_us < ?

-- name: firing_known
SELECT count(*) FROM alert_firings WHERE id = ?

-- name: put_firing
INSERT INTO alert_firings (id, rule, fired_us, resolved_us, json) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET resolved_us = excluded.resolved_us, json = excluded.json

-- name: firings
SELECT id, rule, fired_us, resolved_us, json FROM alert_firings
WHERE fired_us >= ?1 AND fired_us < ?2 ORDER BY fired_us DESC, id LIMIT ?3

-- name: open_firings
SELECT id, rule, fired_us, resolved_us, json FROM alert_firings
WHERE fired_us >= ?1 AND fired_us < ?2 AND resolved_us IS NULL ORDER BY fired_us DESC, id LIMIT ?3

-- name: add_note
INSERT INTO alert_notes (firing, action, who, note, policy_revision, at_us) VALUES (?, ?, ?, ?, ?, ?)

-- name: notes_of_firing
SELECT row, firing, action, who, note, policy_revision, at_us FROM alert_notes WHERE firing = ?1 ORDER BY row LIMIT ?2

-- name: all_notes
SELECT row, firing, action, who, note, policy_revision, at_us FROM alert_notes ORDER BY row LIMIT ?1

-- name: put_silence
INSERT INTO alert_silences (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json

-- name: silences
SELECT id, json FROM alert_silences ORDER BY rowid

-- name: was_delivered
SELECT 1 FROM alert_deliveries WHERE target = ? AND key = ?

-- name: note_delivered
INSERT INTO alert_deliveries (target, key, at_us) VALUES (?, ?, ?) ON CONFLICT DO NOTHING

-- name: alert_memory
SELECT bytes FROM alert_memory WHERE name = ?

-- name: set_alert_memory
INSERT INTO alert_memory (name, bytes) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes

-- name: policies_since
SELECT policy_revision, min(asked_at_us) AS begun FROM turns GROUP BY policy_revision HAVING begun >= ?1
ORDER BY begun DESC LIMIT ?2

-- name: policy_begin
SELECT min(asked_at_us) FROM turns WHERE policy_revision = ?

-- name: policy_effect
SELECT coalesce(sum(policy_revision < ?1 AND status IN ('passed', 'failed')), 0),
       coalesce(sum(policy_revision < ?1 AND status = 'passed'), 0),
       coalesce(sum(policy_revision = ?1 AND status IN ('passed', 'failed')), 0),
       coalesce(sum(policy_revision = ?1 AND status = 'passed'), 0)
FROM turns WHERE policy_revision = ?1
    OR policy_revision = (SELECT max(policy_revision) FROM turns WHERE policy_revision < ?1 AND asked_at_us < ?2)
