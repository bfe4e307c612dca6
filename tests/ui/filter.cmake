assay_test(tst_filter_field GUI LINK assay::ui_filter)

# The filter field in its states, to look at; not a test.
add_executable(filter_gallery filter_gallery.cpp)
target_link_libraries(filter_gallery PRIVATE assay::build assay::ui_filter Qt6::Test)
