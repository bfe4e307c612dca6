assay_test(tst_triage_store LINK assay::store assay::stream TIMEOUT 180)
assay_test(tst_triage_host LINK assay::service assay::stream TIMEOUT 180)
assay_test(tst_triage_picks LINK assay::service assay::stream)
assay_test(tst_shared_triage_address LINK assay::store)
