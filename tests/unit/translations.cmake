assay_test(tst_translations LINK assay::translations)
get_property(lupdate_options GLOBAL PROPERTY ASSAY_LUPDATE_OPTIONS)
list(JOIN lupdate_options " " lupdate_options)
target_compile_definitions(tst_translations PRIVATE
    ASSAY_LUPDATE="$<TARGET_FILE:Qt6::lupdate>" ASSAY_LUPDATE_OPTIONS="${lupdate_options}")
