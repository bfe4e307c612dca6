assay_test(tst_alert_state LINK assay::alerts)
assay_test(tst_alert_engine LINK assay::alerts)
assay_test(tst_alert_file LINK assay::alerts)
assay_test(tst_promql LINK assay::alerts)
