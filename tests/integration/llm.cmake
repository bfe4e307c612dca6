assay_test(tst_llm_server LINK assay::service assay::resources LABEL integration TIMEOUT 900)
add_dependencies(tst_llm_server assay)
assay_test(tst_llm_suite LINK assay::eval LABEL integration TIMEOUT 3600)
add_dependencies(tst_llm_suite assay)
