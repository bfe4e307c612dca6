# Language models and the judges that use them.
if(NOT TARGET assay_test_support)
    add_subdirectory(${PROJECT_SOURCE_DIR}/tests/support ${CMAKE_BINARY_DIR}/tests/support)
endif()
assay_test(tst_models_sse LINK assay::models)
assay_test(tst_models_retry LINK assay::models assay::test_support)
assay_test(tst_models_http LINK assay::models assay::test_support)
assay_test(tst_models_tls LINK assay::models assay::test_support)
assay_test(tst_models_chat LINK assay::models assay::test_support)
assay_test(tst_models_registry LINK assay::models assay::test_support)
assay_test(tst_model_advice LINK assay::models assay::resources)
assay_test(tst_judge_reply LINK assay::judge)
assay_test(tst_judge_llm LINK assay::judge assay::test_support)
assay_test(tst_judge_committee LINK assay::judge)
# It starts openssl, and ThreadSanitizer takes Qt's vfork for a fork: it would end the test, and is told
# not to. It does not watch the main thread from there on; tst_models_http has the same threads.
if(ASSAY_SANITIZE STREQUAL thread)
    set_property(TEST tst_models_tls PROPERTY ENVIRONMENT_MODIFICATION "TSAN_OPTIONS=string_append: die_after_fork=0")
endif()
