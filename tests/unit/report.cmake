assay_test(tst_report LINK assay::service assay::report Qt6::Gui TIMEOUT 120)
