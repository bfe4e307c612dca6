-- name: insert_event
INSERT INTO events (topic, partition, log_offset, item, message_id, kind, thread_id, turn_id, sequence,
                    timestamp_us, size, compressed, summary, frame)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING

-- name: frame_of_message
SELECT frame, topic, partition, log_offset FROM events WHERE message_id = ?

-- name: frame_at
SELECT frame FROM events WHERE topic = ? AND partition = ? AND log_offset = ? AND item = 0

-- name: insert_quality
INSERT INTO quality (topic, partition, log_offset, item, source, scope, thread_id, turn_id, timestamp_us,
                     accuracy, relevance, completeness, overall, passed, threshold, issues, issue_count,
                     latency_ms, retry_count, turn_number, attempt, scope_id, query_id, model, category,
                     application, reasoning)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: insert_llm_call
INSERT INTO llm_calls (topic, partition, log_offset, item, thread_id, turn_id, timestamp_us, model, purpose,
                       prompt_tokens, completion_tokens, cost_micros, estimated, duration_us)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: upsert_turn
INSERT INTO turns (id, thread_id, number, asked_at_us, question, answer, status, passed, score, threshold,
                   policy_revision, model, tier, strategy, confidence, attempts, cost_micros, cost_estimated,
                   latency_us, offline, label, label_note, written_at_us, json)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    thread_id = excluded.thread_id, number = excluded.number, asked_at_us = excluded.asked_at_us,
    question = excluded.question, answer = excluded.answer, status = excluded.status, passed = excluded.passed,
    score = excluded.score, threshold = excluded.threshold, policy_revision = excluded.policy_revision,
    model = excluded.model, tier = excluded.tier, strategy = excluded.strategy, confidence = excluded.confidence,
    attempts = excluded.attempts, cost_micros = excluded.cost_micros, cost_estimated = excluded.cost_estimated,
    latency_us = excluded.latency_us, offline = excluded.offline, label = excluded.label,
    label_note = excluded.label_note, written_at_us = excluded.written_at_us, json = excluded.json

-- name: turn_before
SELECT row, written_at_us, question, answer FROM turns WHERE id = ?

-- name: insert_text
INSERT INTO turn_text (rowid, question, answer) VALUES (?, ?, ?)

-- name: delete_text
INSERT INTO turn_text (turn_text, rowid, question, answer) VALUES ('delete', ?, ?, ?)

-- name: upsert_label
INSERT INTO labels (turn_id, label, note, timestamp_us) VALUES (?, ?, ?, ?)
ON CONFLICT (turn_id) DO UPDATE SET label = excluded.label, note = excluded.note,
    timestamp_us = excluded.timestamp_us
WHERE excluded.timestamp_us >= labels.timestamp_us

-- name: apply_label
UPDATE turns SET label = l.label, label_note = l.note FROM labels AS l WHERE l.turn_id = turns.id AND turns.id = ?

-- name: upsert_learning
INSERT INTO learning_records (turn_id, tool_used, should_use_tool, quality_score, fast_path_passed, first_tier_fast)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (turn_id) DO UPDATE SET tool_used = excluded.tool_used, should_use_tool = excluded.should_use_tool,
    quality_score = excluded.quality_score, fast_path_passed = excluded.fast_path_passed,
    first_tier_fast = excluded.first_tier_fast

-- name: refresh_thread
INSERT INTO threads (id, title, created_us, updated_us, turns, passed, cost_micros)
SELECT t.thread_id,
       (SELECT substr(f.question, 1, 400) FROM turns AS f WHERE f.thread_id = t.thread_id ORDER BY f.number, f.row LIMIT 1),
       min(t.asked_at_us), max(t.asked_at_us + t.latency_us), count(*), sum(t.passed), sum(t.cost_micros)
FROM turns AS t WHERE t.thread_id = ? GROUP BY t.thread_id
ON CONFLICT (id) DO UPDATE SET title = excluded.title, created_us = excluded.created_us,
    updated_us = excluded.updated_us, turns = excluded.turns, passed = excluded.passed,
    cost_micros = excluded.cost_micros

-- name: insert_dead_letter
INSERT INTO dead_letters (topic, partition, log_offset, records, stage, reason, byte_offset, message, seen_at_us,
                          size, raw)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING

-- name: set_position
INSERT INTO positions (topic, partition, next_offset) VALUES (?, ?, ?)
ON CONFLICT (topic, partition) DO UPDATE SET next_offset = max(next_offset, excluded.next_offset)

-- name: positions
SELECT topic, partition, next_offset FROM positions ORDER BY topic, partition

-- name: threads
SELECT id, title, created_us, updated_us, turns, passed, cost_micros FROM threads
WHERE (updated_us, id) < (?1, ?2) ORDER BY updated_us DESC, id DESC LIMIT ?3

-- name: search_threads
SELECT id, title, created_us, updated_us, turns, passed, cost_micros FROM threads
WHERE (updated_us, id) < (?1, ?2)
  AND (title LIKE ?4 ESCAPE '\' OR id = ?5
       OR id IN (SELECT t.thread_id FROM turn_text JOIN turns AS t ON t.row = turn_text.rowid
                 WHERE turn_text MATCH ?6))
ORDER BY updated_us DESC, id DESC LIMIT ?3

-- name: search_titles
SELECT id, title, created_us, updated_us, turns, passed, cost_micros FROM threads
WHERE (updated_us, id) < (?1, ?2) AND (title LIKE ?4 ESCAPE '\' OR id = ?5)
ORDER BY updated_us DESC, id DESC LIMIT ?3

-- name: turns_of_thread
SELECT id, thread_id, number, asked_at_us, question, answer, status, passed, score, threshold, policy_revision,
       model, tier, strategy, confidence, attempts, cost_micros, cost_estimated, latency_us, offline, label,
       label_note
FROM turns WHERE thread_id = ?1 AND number > ?2 ORDER BY number, row LIMIT ?3

-- name: recent_turns
SELECT id, thread_id, number, asked_at_us, question, answer, status, passed, score, threshold, policy_revision,
       model, tier, strategy, confidence, attempts, cost_micros, cost_estimated, latency_us, offline, label,
       label_note
FROM turns ORDER BY asked_at_us DESC, row DESC LIMIT ?1

-- name: turn_json
SELECT json, label, label_note FROM turns WHERE id = ?

-- name: events_of_turn
SELECT topic, partition, log_offset, item, message_id, kind, thread_id, turn_id, sequence, timestamp_us, size,
       compressed, summary
FROM events WHERE turn_id = ?1 AND turn_id <> '' ORDER BY timestamp_us, topic, partition, log_offset, item LIMIT ?2

-- name: quality_of_turn
SELECT topic, partition, log_offset, item, source, scope, thread_id, turn_id, timestamp_us, accuracy, relevance,
       completeness, overall, passed, threshold, issues, issue_count, latency_ms, retry_count, turn_number, attempt,
       scope_id, query_id, model, category, application, reasoning
FROM quality WHERE turn_id = ?1 AND turn_id <> '' ORDER BY topic, partition, log_offset, item

-- name: quality_since
SELECT topic, partition, log_offset, item, source, scope, thread_id, turn_id, timestamp_us, accuracy, relevance,
       completeness, overall, passed, threshold, issues, issue_count, latency_ms, retry_count, turn_number, attempt,
       scope_id, query_id, model, category, application, reasoning
FROM quality WHERE timestamp_us >= ?1 ORDER BY timestamp_us, topic, partition, log_offset, item LIMIT ?2

-- name: counts
SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM turns), (SELECT count(*) FROM threads),
       (SELECT count(*) FROM quality), (SELECT count(*) FROM llm_calls), (SELECT count(*) FROM dead_letters)

-- name: spend_since
SELECT coalesce((SELECT sum(cost_micros) FROM turns WHERE asked_at_us >= ?1), 0)
     + coalesce((SELECT sum(c.cost_micros) FROM llm_calls AS c WHERE c.timestamp_us >= ?1
                 AND NOT EXISTS (SELECT 1 FROM turns AS t WHERE t.id = c.turn_id)), 0)

-- name: last_sequence
SELECT max(sequence) FROM events WHERE thread_id = ?

-- name: learning_records
SELECT t.row, t.id, t.asked_at_us, t.question, t.confidence, t.label, r.tool_used, r.should_use_tool,
       r.quality_score, r.fast_path_passed, r.first_tier_fast
FROM learning_records AS r JOIN turns AS t ON t.id = r.turn_id WHERE t.row > ?1 ORDER BY t.row LIMIT ?2

-- name: dead_letters
SELECT topic, partition, log_offset, records, stage, reason, byte_offset, message, seen_at_us, size, raw
FROM dead_letters ORDER BY seen_at_us DESC, topic, partition, log_offset DESC LIMIT ?1
