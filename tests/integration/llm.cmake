assay_test(tst_llm_server LINK assay::service assay::resources LABEL integration TIMEOUT 900)
add_dependencies(tst_llm_server assay)
