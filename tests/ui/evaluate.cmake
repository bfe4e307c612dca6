assay_test(tst_evaluate_workspace GUI LINK assay::ui_shell assay::resources TIMEOUT 240)
assay_test(tst_arena GUI LINK assay::ui_shell assay::resources TIMEOUT 240)

# The Evaluate workspace with sample data, to look at; not a test.
add_executable(evaluate_gallery evaluate_gallery.cpp)
target_include_directories(evaluate_gallery PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(evaluate_gallery PRIVATE assay::build assay::ui_shell assay::resources assay::translations)
