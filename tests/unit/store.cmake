assay_test(tst_store LINK assay::store assay::stream SQLiteCpp SQLite::SQLite3 TIMEOUT 180)
assay_test(tst_store_files LINK assay::store assay::stream SQLiteCpp SQLite::SQLite3 TIMEOUT 180)
assay_test(tst_store_intake LINK assay::store assay::stream SQLiteCpp SQLite::SQLite3 TIMEOUT 240)
assay_test(tst_ingest LINK assay::service assay::stream assay::proto SQLiteCpp SQLite::SQLite3 TIMEOUT 180)
