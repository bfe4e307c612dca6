assay_test(tst_learn_prompts GUI LINK assay::ui_shell assay::resources TIMEOUT 240)

# The pages of the prompts and of the judge with sample data, to look at; not a test.
add_executable(learn_prompts_gallery learn_prompts_gallery.cpp)
target_include_directories(learn_prompts_gallery PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(learn_prompts_gallery PRIVATE assay::build assay::ui_learn assay::resources assay::translations)
