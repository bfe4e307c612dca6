assay_test(tst_kafka_connect LINK assay::stream PkgConfig::RDKAFKA LABEL integration TIMEOUT 400)
assay_test(tst_kafka_faults LINK assay::stream PkgConfig::RDKAFKA LABEL integration TIMEOUT 600)
assay_test(tst_kafka_group LINK assay::service assay::stream assay::proto PkgConfig::RDKAFKA LABEL integration TIMEOUT 400)
assay_test(tst_kafka_python LINK assay::service PkgConfig::RDKAFKA LABEL integration TIMEOUT 600)

# Its passwords go through a keyring, so it is registered by hand, as tst_keyring is.
add_executable(tst_kafka_form tst_kafka_form.cpp)
set_target_properties(tst_kafka_form PROPERTIES AUTOMOC ON)
target_include_directories(tst_kafka_form PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(tst_kafka_form PRIVATE assay::build assay_test_pch assay::ui_shell assay::service
    PkgConfig::RDKAFKA Qt6::Test)
add_test(NAME tst_kafka_form
    COMMAND bash ${PROJECT_SOURCE_DIR}/tests/services/keyring.sh run $<TARGET_FILE:tst_kafka_form>)
set_tests_properties(tst_kafka_form PROPERTIES TIMEOUT 300 LABELS integration RUN_SERIAL TRUE
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;KAFKA_BROKERS=")

foreach(name connect group python)
    add_dependencies(tst_kafka_${name} assay)
endforeach()
# One of them kills brokers.
set_tests_properties(tst_kafka_connect tst_kafka_faults tst_kafka_form tst_kafka_group tst_kafka_python
    PROPERTIES RESOURCE_LOCK kafka)
