assay_test(tst_promtool LINK assay::alerts LABEL integration TIMEOUT 120)
assay_test(tst_alert_delivery LINK Qt6::Network LABEL integration TIMEOUT 180)
add_dependencies(tst_alert_delivery assay)
