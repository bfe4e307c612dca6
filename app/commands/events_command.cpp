// SPDX-License-Identifier: Apache-2.0
#include "commands/events_command.h"

#include "command.h"

#include <QtCore/QCoreApplication>

#include <CLI/CLI.hpp>

namespace assay::app {

namespace {

void addMode(CLI::App &command, EventsOptions &options)
{
    auto *strict =
        command.add_flag("--strict", options.strict, "only what starts with frame byte 0x00 or 0x01");
    command
        .add_flag("--tolerant", options.tolerant,
                  "also unframed protobuf, unframed zstd, and messages without a header")
        ->excludes(strict);
}

void addSelection(CLI::App &command, EventsOptions &options, const char *from)
{
    options.from = from;
    command
        .add_option("--from", options.from,
                    "beginning, end, an offset, -N for the last N of each partition, a time, or -15m")
        ->capture_default_str()
        ->type_name("PLACE");
    command.add_option("--until", options.until, "leave out what is as new as this: a time, or -15m")
        ->type_name("TIME");
    command.add_option("--partition", options.partition, "this one only")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--topic", options.topic, "another topic than the settings name")->type_name("NAME");
    addCommonOptions(command, options.common);
}

void addShown(CLI::App &command, EventsOptions &options)
{
    command.add_option("--filter", options.filter, "only what matches, for example: score < 0.9")
        ->type_name("FILTER");
    command.add_option("--limit", options.limit, "stop after so many that match")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
}

} // namespace

CodecOptions codecOptions(const Settings &settings)
{
    return {.maxMessageBytes = static_cast<qsizetype>(settings.get("kafka.max_payload_bytes"_setting))};
}

int failWith(const Error &error)
{
    printError(error.message);
    return exitError;
}

int runEvents(int argc, char **argv)
{
    CLI::App cli{"Looks into DashStream events: in files, in captures and in the log.", "assay events"};
    cli.require_subcommand(1);
    // One set of options per subcommand: their defaults differ.
    EventsOptions decode;
    EventsOptions encode;
    EventsOptions dump;
    EventsOptions tail;
    EventsOptions capture;
    EventsOptions replay;

    CLI::App *decoding = cli.add_subcommand("decode", "read frames (u32 big-endian length, then the value; "
                                                      "0xFFFFFFFF = null) and print one JSON line each,\n"
                                                      "n counting from 0");
    decoding->add_option("FILE", decode.file, "file of frames; - for standard input")->required();
    decoding->add_flag("--keys", decode.keys, "a length and a key stand before each frame");
    decoding->add_flag("--json", decode.json, "one JSON object per line (what it always prints)");
    addMode(*decoding, decode);
    addCommonOptions(*decoding, decode.common);

    CLI::App *encoding = cli.add_subcommand("encode", "the reverse of decode: JSON lines to frames");
    encoding->add_option("FILE", encode.file, "file of JSON lines; - for standard input")->required();
    encoding->add_option("-o,--output", encode.output, "write here instead of standard output")
        ->type_name("FILE");
    encoding->add_flag("--keys", encode.keys, "write a length and a key before each frame");
    encoding->add_flag("--plain", encode.plain, "compress nothing");
    addCommonOptions(*encoding, encode.common);

    CLI::App *dumping = cli.add_subcommand("dump", "list what a capture holds");
    dumping->add_option("CAPTURE", dump.file, ".assaycap file")->required();
    dumping->add_flag("--json", dump.json, "one JSON object per line");
    dumping->add_option("--record", dump.record, "take this one apart, down to its bytes")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    addShown(*dumping, dump);
    addMode(*dumping, dump);
    addCommonOptions(*dumping, dump.common);

    CLI::App *tailing = cli.add_subcommand("tail", "follow the log");
    tailing->add_flag("--json", tail.json, "one JSON object per line");
    tailing->add_flag("--until-end", tail.untilEnd, "stop at what is the end now");
    addSelection(*tailing, tail, "end");
    addShown(*tailing, tail);
    addMode(*tailing, tail);

    CLI::App *capturing = cli.add_subcommand("capture", "save a part of the log to a file");
    capturing->add_option("FILE", capture.file, ".assaycap file to write")->required();
    capturing->add_flag("--follow", capture.follow, "go on past what is the end now, until interrupted");
    capturing->add_flag("--redact", capture.redact, "take out what looks like a secret");
    capturing->add_flag("--force", capture.force, "replace the file if there is one");
    addSelection(*capturing, capture, "beginning");
    addShown(*capturing, capture);

    CLI::App *replaying = cli.add_subcommand("replay", "write what a capture holds to a log");
    replaying->add_option("CAPTURE", replay.file, ".assaycap file")->required();
    replaying->add_option("--to", replay.to, "embedded, or the name of a Kafka topic")
        ->capture_default_str()
        ->type_name("LOG");
    addShown(*replaying, replay);
    addCommonOptions(*replaying, replay.common);

    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;
    QCoreApplication application(argc, argv);
    if (decoding->parsed())
        return decodeFrames(decode);
    if (encoding->parsed())
        return encodeFrames(encode);
    if (dumping->parsed())
        return dumpCapture(dump);
    if (tailing->parsed())
        return tailLog(tail);
    return capturing->parsed() ? captureLog(capture) : replayCapture(replay);
}

} // namespace assay::app
