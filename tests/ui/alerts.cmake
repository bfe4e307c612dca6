assay_test(tst_alerts_words GUI LINK assay::ui_alerts)
assay_test(tst_alerts_workspace GUI LINK assay::ui_shell assay::resources TIMEOUT 240)
assay_test(tst_shared_scope GUI LINK assay::ui_shell assay::resources TIMEOUT 240)

# The Alerts workspace with sample data, to look at; not a test.
add_executable(alerts_gallery alerts_gallery.cpp)
target_include_directories(alerts_gallery PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(alerts_gallery PRIVATE assay::build assay::ui_shell assay::resources assay::translations)
