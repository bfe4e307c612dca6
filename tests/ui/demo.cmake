assay_test(tst_demo_data GUI LINK assay::ui_shell assay::resources TIMEOUT 240)
