assay_test(tst_kafka_reader LINK assay::stream PkgConfig::RDKAFKA TIMEOUT 180)
assay_test(tst_kafka_writer LINK assay::stream PkgConfig::RDKAFKA TIMEOUT 120)
assay_test(tst_kafka_config LINK assay::service PkgConfig::RDKAFKA)
