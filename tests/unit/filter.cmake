assay_test(tst_filter LINK assay::turn)
assay_test(tst_filter_typing LINK assay::turn)
assay_test(tst_filter_row LINK assay::stream)
