// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/enums.h"

#include <QtCore/QString>

namespace assay {

/// How a turn travels through cascade, judge and retry. A snapshot: every attempt reads the one in
/// force when it starts and stores it, so a verdict can always be traced to its policy.
struct Policy
{
    int revision = 0;  ///< rises by one with every applied change
    QString profile{}; ///< name of the profile it came from; empty = none

    float qualityThreshold = 0.95F; ///< in [0, 1]; a score meets it when score >= threshold
    int maxRetries = 3;             ///< attempts after the first; 0 … 100
    bool autoRetry = true;          ///< innovation 1, self-correcting graph
    RetryStrategy retryStrategy = RetryStrategy::UpgradeModel;

    bool cascade = true;               ///< innovation 8; off = premium model always
    bool confidenceScoring = true;     ///< innovation 2; off = confidence 0.5 for every turn
    bool calibration = true;           ///< innovation 15; off = the uncalibrated prior
    float confidenceThreshold = 0.75F; ///< confidence >= this → fast model; raising it sends more to premium

    QString fastModel{};    ///< model id; "offline-fast" = the embedded one
    QString premiumModel{}; ///< model id; "offline-premium" = the embedded one
    QString judgeModel{};   ///< model id; "offline" = the embedded lexical judge

    bool dualPath = false;      ///< innovation 3
    bool multiStrategy = false; ///< innovation 9
    bool gradeDocuments = true; ///< innovation 4, CRAG
    bool responseValidator = true;
    bool toolResultValidator = true;
    bool qualityGate = true; ///< innovation 10; off = the first answer is returned, judged but not gated
    bool qaSubgraph = true;  ///< innovation 11
    bool activeLearning = true;
    bool mandatoryToolContext = true; ///< innovation 14
    bool telemetry = true;            ///< innovation 7

    bool committee = false; ///< innovation 13
    int committeeSize = 3;  ///< judges; 1 … 9
    CommitteeRule committeeRule = CommitteeRule::Median;

    double rateLimitPerSecond = 5.0; ///< model calls a second; 0 = none
    double rateLimitBurst = 10.0;

    int retrieveLimit = 12; ///< documents asked of each retriever
    int retrieveTimeoutMs = 5000;
    int modelTimeoutMs = 60000; ///< whole call
    int maxTokens = 1024;
    double temperature = 0.2;

    bool operator==(const Policy &) const = default;
};

} // namespace assay
