assay_test(tst_filter LINK assay::turn)
assay_test(tst_filter_typing LINK assay::turn)
assay_test(tst_filter_row LINK assay::stream)
assay_test(tst_filter_sql LINK assay::service assay::stream SQLiteCpp SQLite::SQLite3 TIMEOUT 180)
