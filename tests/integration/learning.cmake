assay_test(tst_learning_oracle LINK assay::learning LABEL integration TIMEOUT 120)
