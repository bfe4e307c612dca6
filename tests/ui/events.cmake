assay_test(tst_events_widgets GUI LINK assay::ui_events assay::test_events TIMEOUT 120)
assay_test(tst_events_workspace GUI LINK assay::ui_shell assay::resources assay::test_events TIMEOUT 180)
assay_test(tst_events_sources GUI LINK assay::ui_shell assay::resources assay::test_events TIMEOUT 180)

# The Events workspace with sample data, to look at; not a test.
add_executable(events_gallery events_gallery.cpp)
target_link_libraries(events_gallery PRIVATE assay::build assay::ui_shell assay::resources assay::translations assay::test_events)
