assay_test(tst_ask_inspector GUI LINK assay::ui_ask SOURCES inspector_samples.cpp)
assay_test(tst_ask_inspector_window GUI LINK assay::ui_ask SOURCES inspector_samples.cpp TIMEOUT 120)
assay_test(tst_ask_tuning GUI LINK assay::ui_ask)
assay_test(tst_ask_what_if GUI LINK assay::ui_ask TIMEOUT 120)

# The Ask workspace's right column with sample turns, to look at; not a test.
add_executable(inspector_gallery inspector_gallery.cpp inspector_samples.cpp)
target_link_libraries(inspector_gallery PRIVATE assay::build assay::ui_ask)
