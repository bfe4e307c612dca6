-- Sums of minutes, hours and days in one cell each, and what a turn's messages tell together.

-- By turn, whatever order its messages came in. A turn without tool calls, costs and readings has no row.
CREATE TABLE turn_sums (
    turn        INTEGER PRIMARY KEY,  -- names
    tools       INTEGER NOT NULL,     -- tool executions
    calls       INTEGER NOT NULL,     -- model calls whose cost is told
    cost_micros INTEGER NOT NULL,     -- of these
    responses   INTEGER NOT NULL      -- readings of scope "quality"
);

-- Kept in the transaction of the rows they sum up. Whole numbers only, so that any order of the same
-- events gives the same cells.
CREATE TABLE rollup_cells (
    id    INTEGER PRIMARY KEY,  -- span << 40 | first minute since the epoch; span 0 minute, 1 hour, 2 day
    sums  BLOB NOT NULL         -- store/rollup_cell.h
);

CREATE INDEX turns_written ON turns (written_at_us);

-- The same sums of turns counted anew from the rows.
CREATE VIEW recount_turns AS
SELECT e.turn AS turn, sum(k.text = 'tool_execution') AS tools,
       sum(coalesce(c.cost_micros BETWEEN 0 AND 1000000000000, 0)) AS calls,
       sum(CASE WHEN c.cost_micros BETWEEN 0 AND 1000000000000 THEN c.cost_micros ELSE 0 END) AS cost_micros,
       sum(coalesce(s.text = 'quality', 0)) AS responses
FROM events AS e JOIN names AS k ON k.id = e.kind LEFT JOIN llm_calls AS c ON c.id = e.id
LEFT JOIN quality AS q ON q.id = e.id LEFT JOIN names AS s ON s.id = q.scope
WHERE e.turn IS NOT NULL GROUP BY e.turn HAVING tools + calls + responses > 0;

INSERT INTO turn_sums SELECT turn, tools, calls, cost_micros, responses FROM recount_turns;
