assay_test(tst_learn_workspace GUI LINK assay::ui_shell assay::resources TIMEOUT 240)
