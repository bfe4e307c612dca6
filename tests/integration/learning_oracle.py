# SPDX-License-Identifier: Apache-2.0
"""Reads outcomes as JSON from standard input and prints what scikit-learn makes of them.

in:  {"values": [...], "outcomes": [0, 1, ...], "at": [...]}
out: isotonic line at "at", Platt's slope and shift, AUROC, log loss and ECE of the logistic of the values
"""
import json
import sys

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import expit
from sklearn.calibration import _SigmoidCalibration
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import log_loss, roc_auc_score

told = json.load(sys.stdin)
values = np.array(told["values"], dtype=np.float64)
outcomes = np.array(told["outcomes"], dtype=np.float64)
isotonic = IsotonicRegression(out_of_bounds="clip").fit(values, outcomes)
platt = _SigmoidCalibration().fit(values, outcomes)  # 1 / (1 + exp(a * value + b))
probabilities = expit(values)
temperature = minimize_scalar(
    lambda slope: log_loss(outcomes, expit(slope * values)), bounds=(0.01, 100), method="bounded",
    options={"xatol": 1e-12})
bins = np.clip((probabilities * 10).astype(int), 0, 9)
ece = sum(
    abs(probabilities[bins == b].mean() - outcomes[bins == b].mean()) * (bins == b).mean()
    for b in np.unique(bins))
json.dump({
    "isotonic": isotonic.predict(np.array(told["at"])).tolist(),
    "platt_slope": -platt.a_,
    "platt_shift": -platt.b_,
    "temperature_slope": temperature.x,
    "auroc": roc_auc_score(outcomes, values),
    "log_loss": log_loss(outcomes, probabilities),
    "ece": ece,
}, sys.stdout)
