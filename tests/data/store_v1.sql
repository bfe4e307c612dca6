-- A small store as version 1 wrote it, for the test that brings it along.
INSERT INTO events VALUES ('local-v1', 0, 0, 0, NULL, 'event', 'th_1', '', 1, 1795000000000000, 3, 0, 'NODE_START', x'00');
INSERT INTO events VALUES ('local-v1', 0, 1, 0, x'41414141414141414141414141414141', 'metrics', 'th_1', 'tn_1', 2, 1795000001000000, 2, 1, 'quality 0.50', x'0102');
INSERT INTO events VALUES ('local-v1', 0, 2, 0, NULL, 'event_batch', 'th_1', '', 0, 1795000002000000, 9, 0, '2 events', x'0003');
INSERT INTO events VALUES ('local-v1', 0, 2, 1, x'42424242424242424242424242424242', 'event', 'th_1', 'tn_1', 3, 1795000002000000, 4, 0, 'a', NULL);
INSERT INTO events VALUES ('local-v1', 0, 2, 2, x'43434343434343434343434343434343', 'event', 'th_2', 'tn_1', 4, 1795000003000000, 4, 0, 'b', NULL);
INSERT INTO events VALUES ('local-v1', 0, 3, 0, NULL, 'metrics', 'th_2', '', 5, 1795000070000000, 4, 0, 'llm', x'0004');
INSERT INTO quality VALUES ('local-v1', 0, 1, 0, 'callback', 'quality', 'th_1', 'tn_1', 1795000001000000, NULL, 0.5, 0.25, 0.5, 0, 0.95, 'low_accuracy' || char(10) || 'incomplete_coverage', 2, 130, 1, 1, NULL, 'th_1', 'q', 'model-a', 'billing', 'app', '');
INSERT INTO llm_calls VALUES ('local-v1', 0, 3, 0, 'th_2', '', 1795000070000000, 'model-a', 'draft', 100, 20, 1500, 0, 350000);
INSERT INTO dead_letters VALUES ('local-v1', 0, 4, 1, 'zstd', 'bad_zstd', 7, 'Damaged.', 1795000004000000, 5, x'01FF');
INSERT INTO dead_letters VALUES ('local-v1', 0, 5, 2, 'log', 'gap', NULL, 'Never seen.', 1795000004000000, 0, x'');
INSERT INTO positions VALUES ('local-v1', 0, 9);
