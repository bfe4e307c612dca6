assay_test(tst_codec LINK assay::stream assay::proto PkgConfig::ZSTD TIMEOUT 120)
assay_test(tst_field_tree LINK assay::stream assay::proto PkgConfig::ZSTD TIMEOUT 120)
assay_test(tst_turn_messages LINK assay::stream)
assay_test(tst_embedded_log LINK assay::stream TIMEOUT 120)
