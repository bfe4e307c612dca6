assay_test(tst_shell_palette GUI LABEL ui LINK assay::ui_shell)
assay_test(tst_main_window GUI LABEL ui TIMEOUT 180 LINK assay::ui_shell assay::resources assay::test_support)
assay_test(tst_hostile_text GUI LABEL ui TIMEOUT 240 LINK assay::ui_shell assay::resources assay::test_support)
