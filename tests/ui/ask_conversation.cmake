assay_test(tst_ask_state GUI LINK assay::ui_ask)
assay_test(tst_ask_source GUI LINK assay::ui_ask)
assay_test(tst_ask_hostile GUI LINK assay::ui_ask assay::resources TIMEOUT 180)
assay_test(tst_ask_conversation GUI LINK assay::ui_ask assay::resources TIMEOUT 120)

# The Ask workspace with sample turns, to look at; not a test.
add_executable(ask_gallery ask_gallery.cpp)
target_link_libraries(ask_gallery PRIVATE assay::build assay::ui_ask assay::resources)
