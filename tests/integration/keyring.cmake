# Runs inside a D-Bus session with a keyring of its own, so it is registered by hand.
add_executable(tst_keyring tst_keyring.cpp)
set_target_properties(tst_keyring PROPERTIES AUTOMOC ON)
target_link_libraries(tst_keyring PRIVATE assay::build assay::settings Qt6::Test)
add_test(NAME tst_keyring
    COMMAND bash ${PROJECT_SOURCE_DIR}/tests/services/keyring.sh run $<TARGET_FILE:tst_keyring>)
set_tests_properties(tst_keyring PROPERTIES TIMEOUT 60 LABELS integration
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
