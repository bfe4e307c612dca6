assay_test(tst_analytics_layout GUI LINK assay::ui_analytics)
assay_test(tst_analytics_workspace GUI LINK assay::ui_shell assay::resources TIMEOUT 240)
assay_test(tst_analytics_report GUI LINK assay_app TIMEOUT 300)
add_dependencies(tst_analytics_report assay)

# The Analytics workspace with sample data, to look at; not a test.
add_executable(analytics_gallery analytics_gallery.cpp)
target_link_libraries(analytics_gallery PRIVATE assay::build assay::ui_shell assay::resources assay::translations)
