assay_test(tst_eval_oracle LINK assay::eval LABEL integration TIMEOUT 300)
# The script that runs the Python finds it in the cache of whoever runs the tests.
get_test_property(tst_eval_oracle ENVIRONMENT eval_environment)
list(FILTER eval_environment EXCLUDE REGEX "^(HOME|XDG_CACHE_HOME)=")
set_tests_properties(tst_eval_oracle PROPERTIES ENVIRONMENT "${eval_environment}")
