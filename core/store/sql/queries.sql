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
SELECT t.row, t.written_at_us, t.question, t.answer, t.status, t.confidence, t.policy_revision, r.first_tier_fast,
       r.fast_path_passed
FROM turns AS t LEFT JOIN learning_records AS r ON r.turn_id = t.id WHERE t.id = ?

-- name: insert_text
INSERT INTO turn_text (rowid, question, answer) VALUES (?, ?, ?)

-- name: delete_text
INSERT INTO turn_text (turn_text, rowid, question, answer) VALUES ('delete', ?, ?, ?)

-- name: upsert_label
INSERT INTO labels (turn_id, label, note, timestamp_us) VALUES (?, ?, ?, ?)
ON CONFLICT (turn_id) DO UPDATE SET label = excluded.label, note = excluded.note,
    timestamp_us = excluded.timestamp_us
WHERE excluded.timestamp_us >= labels.timestamp_us

-- name: label_notes
SELECT turn_id, label, note, timestamp_us FROM labels WHERE note LIKE ? ORDER BY timestamp_us, turn_id

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

-- name: threads
SELECT id, title, created_us, updated_us, turns, cost_micros,
       (SELECT count(*) FROM turns AS p WHERE p.thread_id = threads.id AND p.status = 'passed'),
       (SELECT count(*) FROM turns AS f WHERE f.thread_id = threads.id AND f.status = 'failed')
FROM threads
WHERE (updated_us, id) < (?1, ?2) ORDER BY updated_us DESC, id DESC LIMIT ?3

-- name: search_threads
SELECT id, title, created_us, updated_us, turns, cost_micros,
       (SELECT count(*) FROM turns AS p WHERE p.thread_id = threads.id AND p.status = 'passed'),
       (SELECT count(*) FROM turns AS f WHERE f.thread_id = threads.id AND f.status = 'failed')
FROM threads
WHERE (updated_us, id) < (?1, ?2)
  AND (title LIKE ?4 ESCAPE '\' OR id = ?5
       OR id IN (SELECT t.thread_id FROM turn_text JOIN turns AS t ON t.row = turn_text.rowid
                 WHERE turn_text MATCH ?6))
ORDER BY updated_us DESC, id DESC LIMIT ?3

-- name: search_titles
SELECT id, title, created_us, updated_us, turns, cost_micros,
       (SELECT count(*) FROM turns AS p WHERE p.thread_id = threads.id AND p.status = 'passed'),
       (SELECT count(*) FROM turns AS f WHERE f.thread_id = threads.id AND f.status = 'failed')
FROM threads
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

-- name: learning_records
SELECT t.row, t.id, t.asked_at_us, t.question, t.confidence, t.label, r.tool_used, r.should_use_tool,
       r.quality_score, r.fast_path_passed, r.first_tier_fast
FROM learning_records AS r JOIN turns AS t ON t.id = r.turn_id WHERE t.row > ?1 ORDER BY t.row LIMIT ?2

-- name: insert_event
INSERT INTO events (id, parent, item, message_id, kind, thread, turn, sequence, timestamp_us, logged_us, size,
                    compressed, summary, frame)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING

-- name: event_at
SELECT message_id, frame, parent FROM events WHERE id = ?

-- name: last_part
SELECT coalesce(max(id), 0) FROM events WHERE id < 1 << 47

-- name: frame_at
SELECT e.frame FROM events AS e
JOIN streams AS s ON s.topic = ?1 AND s.partition = ?2 AND e.id = (s.id << 47) + ?3

-- name: insert_quality
INSERT INTO quality (id, timestamp_us, source, scope, score, accuracy, relevance, completeness, overall, passed,
                     threshold, issue_count, latency_ms, retry_count, turn_number, attempt, model, category,
                     application, scope_id, query_id, issues, reasoning)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: insert_issue
INSERT INTO quality_issues (issue, id) VALUES (?, ?) ON CONFLICT DO NOTHING

-- name: insert_llm_call
INSERT INTO llm_calls (id, timestamp_us, model, purpose, prompt_tokens, completion_tokens, cost_micros, estimated,
                       duration_us)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: name_id
SELECT id FROM names WHERE text = ?

-- name: insert_name
INSERT INTO names (text) VALUES (?)

-- name: insert_dead_letter
INSERT INTO dead_letters (stream, log_offset, stage, reason, byte_offset, message, seen_at_us, logged_us, size, raw)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING

-- name: oldest_dead_letters
SELECT id, length(raw) FROM dead_letters ORDER BY id LIMIT 64

-- name: dead_letter_place
SELECT stream, logged_us, seen_at_us, length(raw) FROM dead_letters WHERE id = ?

-- name: delete_dead_letter
DELETE FROM dead_letters WHERE id = ?

-- name: add_tally
INSERT INTO tallies (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value

-- name: tallies
SELECT name, value FROM tallies ORDER BY name

-- name: insert_gap
INSERT INTO gaps (stream, first_offset, records, reason, seen_at_us) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING

-- name: gaps
SELECT s.topic, s.partition, g.first_offset, g.records, g.reason, g.seen_at_us
FROM gaps AS g JOIN streams AS s ON s.id = g.stream ORDER BY g.seen_at_us DESC, g.stream, g.first_offset LIMIT ?1

-- name: stream_of
SELECT id, next_offset FROM streams WHERE topic = ? AND partition = ?

-- name: insert_stream
INSERT INTO streams (topic, partition, own) VALUES (?, ?, ?)

-- name: own_streams
SELECT id, own FROM streams

-- name: set_position
UPDATE streams SET next_offset = max(coalesce(next_offset, 0), ?2) WHERE id = ?1

-- name: add_to_stream
UPDATE streams SET read = read + ?2, stored = stored + ?3, duplicates = duplicates + ?4, conflicts = conflicts + ?5,
                   echoes = echoes + ?6, undecodable = undecodable + ?7, tombstones = tombstones + ?8,
                   parts = parts + ?9, part_repeats = part_repeats + ?10, missing = missing + ?11
WHERE id = ?1

-- name: positions
SELECT topic, partition, next_offset FROM streams WHERE next_offset IS NOT NULL ORDER BY topic, partition

-- name: accounts
SELECT topic, partition, coalesce(next_offset, 0), own, read, stored, duplicates, conflicts, echoes, undecodable,
       tombstones, parts, part_repeats, missing
FROM streams ORDER BY topic, partition

-- name: rollup_cell
SELECT sums FROM rollup_cells WHERE id = ?

-- name: set_rollup_cell
INSERT INTO rollup_cells (id, sums) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sums = excluded.sums

-- name: rollup_cells
SELECT id, sums FROM rollup_cells WHERE id >= ?1 AND id < ?2 ORDER BY id

-- name: rollup_ends
SELECT min(id), max(id) FROM rollup_cells WHERE id < 1 << 40

-- name: turn_sums
SELECT tools, calls, cost_micros, responses FROM turn_sums WHERE turn = ?

-- name: set_turn_sums
INSERT INTO turn_sums (turn, tools, calls, cost_micros, responses) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (turn) DO UPDATE SET tools = excluded.tools, calls = excluded.calls,
    cost_micros = excluded.cost_micros, responses = excluded.responses

-- name: reading_times_of_turn
SELECT q.timestamp_us FROM events AS e JOIN quality AS q ON q.id = e.id JOIN names AS s ON s.id = q.scope
WHERE e.turn = ?1 AND s.text = 'quality'

-- name: name_text
SELECT text FROM names WHERE id = ?

-- name: last_name
SELECT coalesce(max(id), 0) FROM names

-- name: turn_sum_differences
SELECT (SELECT count(*) FROM (SELECT * FROM turn_sums EXCEPT SELECT * FROM recount_turns))
     + (SELECT count(*) FROM (SELECT * FROM recount_turns EXCEPT SELECT * FROM turn_sums))

-- name: readings_to_sum
SELECT q.timestamp_us, s.text, q.score, q.accuracy, q.relevance, q.completeness, q.passed, q.threshold, q.latency_ms,
       q.retry_count, coalesce(q.model, 0), q.issues, coalesce(e.turn, 0), coalesce(f.tools, 0),
       coalesce(f.calls, 0), coalesce(f.cost_micros, 0)
FROM quality AS q JOIN events AS e ON e.id = q.id JOIN names AS s ON s.id = q.scope
LEFT JOIN turn_sums AS f ON f.turn = e.turn LEFT JOIN llm_calls AS c ON c.id = q.id
WHERE q.timestamp_us >= ? AND q.timestamp_us < ?

-- name: calls_to_sum
SELECT c.timestamp_us, coalesce(c.model, 0), coalesce(c.purpose, 0), c.prompt_tokens, c.completion_tokens,
       c.cost_micros, c.estimated, c.duration_us, coalesce(e.turn, 0)
FROM llm_calls AS c JOIN events AS e ON e.id = c.id WHERE c.timestamp_us >= ? AND c.timestamp_us < ?

-- name: turns_to_sum
SELECT t.written_at_us, t.status, t.confidence, t.policy_revision, r.first_tier_fast, r.fast_path_passed,
       coalesce((SELECT n.id FROM names AS n WHERE n.text = t.id), 0)
FROM turns AS t LEFT JOIN learning_records AS r ON r.turn_id = t.id
WHERE t.written_at_us >= ? AND t.written_at_us < ? AND t.status IN ('passed', 'failed')

-- name: events_to_sum
SELECT minute, events, late, future FROM recount_events

-- name: threads_to_compare
SELECT e.thread, count(q.score), sum(CAST(coalesce(q.score, 0) * 1e6 + 0.5 AS INTEGER)),
       count(coalesce(q.passed, q.score)), sum(coalesce(q.passed, q.score >= coalesce(q.threshold, ?), 0))
FROM quality AS q JOIN events AS e ON e.id = q.id LEFT JOIN llm_calls AS c ON c.id = q.id
WHERE q.timestamp_us >= ? AND q.timestamp_us < ? AND q.scope = (SELECT id FROM names WHERE text = 'quality')
  AND coalesce(q.passed, q.score) IS NOT NULL

-- name: message_runs
SELECT run, entries FROM message_runs ORDER BY run

-- name: insert_run
INSERT INTO message_runs (run, entries) VALUES (?, ?)

-- name: delete_run
DELETE FROM message_runs WHERE run = ?

-- name: insert_chunk
INSERT INTO message_chunks (id, entries) VALUES (?, ?)

-- name: chunk_at
SELECT entries FROM message_chunks WHERE id = ?

-- name: chunks_of_run
SELECT entries FROM message_chunks WHERE id >= ?1 << 24 AND id < (?1 + 1) << 24 ORDER BY id

-- name: delete_chunks
DELETE FROM message_chunks WHERE id >= ?1 << 24 AND id < (?1 + 1) << 24

-- name: messages_after
SELECT id, message_id FROM events WHERE id > ? AND message_id IS NOT NULL ORDER BY id LIMIT 500000

-- name: events_of_turn
SELECT topic, partition, log_offset, item, message_id, kind, thread_id, turn_id, sequence, timestamp_us, size,
       compressed, summary
FROM event_rows WHERE turn = (SELECT id FROM names WHERE text = ?1)
ORDER BY timestamp_us, topic, partition, log_offset, item LIMIT ?2

-- name: quality_of_turn
SELECT topic, partition, log_offset, item, source, scope, thread_id, turn_id, timestamp_us, accuracy, relevance,
       completeness, overall, passed, threshold, issues, issue_count, latency_ms, retry_count, turn_number, attempt,
       scope_id, query_id, model, category, application, reasoning
FROM quality_rows WHERE turn = (SELECT id FROM names WHERE text = ?1)
ORDER BY topic, partition, log_offset, item

-- name: quality_since
SELECT topic, partition, log_offset, item, source, scope, thread_id, turn_id, timestamp_us, accuracy, relevance,
       completeness, overall, passed, threshold, issues, issue_count, latency_ms, retry_count, turn_number, attempt,
       scope_id, query_id, model, category, application, reasoning
FROM quality_rows WHERE timestamp_us >= ?1 ORDER BY timestamp_us, id LIMIT ?2

-- name: counts
SELECT (SELECT coalesce(sum(stored + parts), 0) FROM streams), (SELECT count(*) FROM turns),
       (SELECT count(*) FROM threads), (SELECT count(*) FROM quality), (SELECT count(*) FROM llm_calls),
       (SELECT count(*) FROM dead_letters)

-- name: spend_since
SELECT coalesce((SELECT sum(cost_micros) FROM turns WHERE asked_at_us >= ?1), 0)
     + coalesce((SELECT sum(c.cost_micros) FROM llm_calls AS c WHERE c.timestamp_us >= ?1
                 AND NOT EXISTS (SELECT 1 FROM events AS e JOIN names AS n ON n.id = e.turn
                                 JOIN turns AS t ON t.id = n.text WHERE e.id = c.id)), 0)

-- name: last_sequence
SELECT max(sequence) FROM events WHERE thread = (SELECT id FROM names WHERE text = ?)

-- name: dead_letters
SELECT d.id, s.topic, s.partition, d.log_offset, d.stage, d.reason, d.byte_offset, d.message, d.seen_at_us,
       coalesce(d.logged_us, 0), d.size, d.raw
FROM dead_letters AS d JOIN streams AS s ON s.id = d.stream
ORDER BY d.seen_at_us DESC, s.topic, s.partition, d.log_offset DESC LIMIT ?1

-- name: dead_letters_after
SELECT d.id, s.topic, s.partition, d.log_offset, d.stage, d.reason, d.byte_offset, d.message, d.seen_at_us,
       coalesce(d.logged_us, 0), d.size, d.raw
FROM dead_letters AS d JOIN streams AS s ON s.id = d.stream WHERE d.id > ?1 ORDER BY d.id LIMIT ?2
