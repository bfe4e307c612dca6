assay_test(tst_workbench LINK assay::service assay::resources TIMEOUT 120)
assay_test(tst_cli LINK assay::turn TIMEOUT 120)
add_dependencies(tst_cli assay)
assay_test(tst_ingest_lag LINK assay::service)
