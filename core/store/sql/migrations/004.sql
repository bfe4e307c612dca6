-- The cells hold all of it.
DROP VIEW recount_quality;
DROP VIEW recount_issues;
DROP VIEW recount_llm;
DROP TABLE rollup_quality;
DROP TABLE rollup_issues;
DROP TABLE rollup_llm;
DROP TABLE rollup_events;
