assay_test(tst_settings_table LINK assay::settings assay::turn)
assay_test(tst_settings_toml LINK assay::settings)
assay_test(tst_settings_sources LINK assay::settings)
assay_test(tst_settings_hub LINK assay::settings)
assay_test(tst_settings_secrets LINK assay::settings)
assay_test(tst_config_command LINK assay::service CLI11::CLI11
    SOURCES ${PROJECT_SOURCE_DIR}/app/commands/config_command.cpp)
target_include_directories(tst_config_command PRIVATE ${PROJECT_SOURCE_DIR}/app)
