assay_test(tst_statistics LINK assay::analytics)
assay_test(tst_analytics_command LINK assay::analytics TIMEOUT 120)
add_dependencies(tst_analytics_command assay)
assay_test(tst_analytics LINK assay::service assay::analytics SQLiteCpp SQLite::SQLite3 TIMEOUT 240)
