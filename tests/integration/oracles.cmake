assay_test(tst_eval_oracle LINK assay::eval LABEL integration TIMEOUT 300)
assay_test(tst_learning_oracle LINK assay::learning LABEL integration TIMEOUT 120)
# The script that runs the Python finds it in the cache of whoever runs the tests.
foreach(test IN ITEMS tst_eval_oracle tst_learning_oracle)
    get_test_property(${test} ENVIRONMENT environment)
    list(FILTER environment EXCLUDE REGEX "^(HOME|XDG_CACHE_HOME)=")
    set_tests_properties(${test} PROPERTIES ENVIRONMENT "${environment}")
endforeach()
