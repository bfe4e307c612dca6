assay_test(tst_chroma LINK assay::retrieval LABEL integration)
# The script that starts Chroma says where it is; every other test runs without it.
get_test_property(tst_chroma ENVIRONMENT chroma_environment)
list(REMOVE_ITEM chroma_environment "CHROMA_URL=")
set_tests_properties(tst_chroma PROPERTIES ENVIRONMENT "${chroma_environment}")
