// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common_options.h"
#include "events/log_walk.h"
#include "stream/codec.h"

namespace assay::app {

/// What the subcommands of `assay events` are told.
struct EventsOptions
{
    CommonOptions common{};
    std::string file{};
    std::string output{};
    bool keys = false;
    bool json = false;
    bool strict = false;
    bool tolerant = false;
    bool redact = false;
    bool force = false;
    bool follow = false;
    bool plain = false;
    bool untilEnd = false;
    qint64 limit = 0;   ///< records shown or saved; 0 = all
    qint64 record = -1; ///< the one to take apart
    std::string from{};
    std::string until{};
    std::string topic{};
    std::string filter{};
    std::string to = "embedded";
    int partition = -1;
};

int decodeFrames(const EventsOptions &options);
int encodeFrames(const EventsOptions &options);
int dumpCapture(const EventsOptions &options);
int tailLog(const EventsOptions &options);
int captureLog(const EventsOptions &options);
int replayCapture(const EventsOptions &options);

/// Most bytes a message may unpack to, as the settings have it.
CodecOptions codecOptions(const Settings &settings);

/// Prints the error. @return the exit code
int failWith(const Error &error);

} // namespace assay::app
