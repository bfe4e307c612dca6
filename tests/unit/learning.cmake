assay_test(tst_routing_curve LINK assay::learning)
add_dependencies(tst_routing_curve assay)
assay_test(tst_what_if LINK assay::learning TIMEOUT 300)
