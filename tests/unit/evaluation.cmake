assay_test(tst_evaluation_host LINK assay::service assay::resources TIMEOUT 240)
assay_test(tst_arena_votes LINK assay::service)
