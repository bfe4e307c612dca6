assay_test(tst_statistics LINK assay::analytics)
assay_test(tst_analytics_command LINK assay::analytics TIMEOUT 120)
add_dependencies(tst_analytics_command assay)
