# The whole way, and plain SQL by Python's own SQLite beside it. More events: run the script by hand.
add_test(NAME figures_by_sql
    COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/figures_by_sql.py $<TARGET_FILE:assay>)
set_tests_properties(figures_by_sql PROPERTIES TIMEOUT 180 LABELS integration)
