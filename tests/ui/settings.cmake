assay_test(tst_settings_page GUI LINK assay::ui_settings)
