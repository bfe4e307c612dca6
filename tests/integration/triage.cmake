# Runs beside a PostgreSQL of its own, so it is registered by hand.
add_executable(tst_shared_triage tst_shared_triage.cpp)
set_target_properties(tst_shared_triage PROPERTIES AUTOMOC ON)
target_include_directories(tst_shared_triage PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(tst_shared_triage PRIVATE assay::build assay::service assay::stream Qt6::Test)
add_test(NAME tst_shared_triage
    COMMAND bash ${PROJECT_SOURCE_DIR}/tests/services/postgres.sh run $<TARGET_FILE:tst_shared_triage>)
set_tests_properties(tst_shared_triage PROPERTIES TIMEOUT 240 LABELS integration
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
