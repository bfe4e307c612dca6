# SPDX-License-Identifier: Apache-2.0
"""The other side of tst_eval_oracle: reads cases as JSON from standard input, writes what scipy, scikit-learn
and krippendorff make of them."""
import json
import math
import sys

import krippendorff
import numpy
from scipy import stats
from sklearn import metrics


def number(value):
    return None if value is None or math.isnan(value) else float(value)


def agreement(case):
    judge, human = case["judge"], case["human"]
    passes = [score >= case["threshold"] for score in judge]
    wanted = [label >= 0.5 for label in human]
    matrix = metrics.confusion_matrix(wanted, passes, labels=[True, False])
    return {
        "accuracy": metrics.accuracy_score(wanted, passes),
        "kappa": number(metrics.cohen_kappa_score(wanted, passes)),
        "confusion": [int(matrix[0][0]), int(matrix[1][0]), int(matrix[0][1]), int(matrix[1][1])],
        "pearson": number(stats.pearsonr(judge, human).statistic),
        "spearman": number(stats.spearmanr(judge, human).statistic),
    }


def alpha(case):
    raters = [[numpy.nan if value is None else value for value in row] for row in case["raters"]]
    return {level: krippendorff.alpha(reliability_data=raters, level_of_measurement=level)
            for level in ("nominal", "interval")}


def paired(case):
    differences = numpy.array(case["differences"])
    interval = stats.bootstrap((differences,), numpy.mean, confidence_level=0.95, n_resamples=20000,
                               method="BCa", rng=numpy.random.default_rng(1)).confidence_interval
    test = stats.permutation_test((differences, numpy.zeros_like(differences)),
                                  lambda a, b, axis: numpy.mean(a - b, axis=axis), vectorized=True,
                                  permutation_type="samples", n_resamples=case["resamples"],
                                  rng=numpy.random.default_rng(2))
    return {"low": interval.low, "high": interval.high, "p": test.pvalue, "sd": float(numpy.std(differences))}


def mcnemar(case):
    worse, better = case["worse"], case["better"]
    return {"p": stats.binomtest(worse, worse + better, 0.5).pvalue}


KINDS = {"agreement": agreement, "alpha": alpha, "paired": paired, "mcnemar": mcnemar}
json.dump([KINDS[case["kind"]](case) for case in json.load(sys.stdin)], sys.stdout)
