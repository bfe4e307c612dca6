assay_test(tst_triage_workspace GUI LINK assay::ui_shell assay::resources assay::stream TIMEOUT 240)

# The Triage workspace with sample data, to look at; not a test.
add_executable(triage_gallery triage_gallery.cpp)
target_include_directories(triage_gallery PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(triage_gallery PRIVATE assay::build assay::ui_shell assay::resources assay::translations assay::stream)
