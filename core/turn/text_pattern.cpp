// SPDX-License-Identifier: Apache-2.0
#include "turn/text_pattern.h"

#include "base/tr.h"

#include <QtCore/QStringEncoder>
#include <QtCore/QVarLengthArray>

#include <re2/re2.h>

namespace assay {

namespace {

/// Program and automaton of one pattern together; a pattern that needs more is refused.
constexpr int memoryCap = 1 << 20;

QString reasonOf(const re2::RE2 &refused)
{
    switch (refused.error_code()) {
    case re2::RE2::ErrorMissingBracket: return Tr::tr("a [ is not closed");
    case re2::RE2::ErrorMissingParen:
    case re2::RE2::ErrorUnexpectedParen: return Tr::tr("its parentheses do not match");
    case re2::RE2::ErrorRepeatArgument:
    case re2::RE2::ErrorRepeatOp: return Tr::tr("a *, + or ? has nothing to repeat");
    case re2::RE2::ErrorRepeatSize: return Tr::tr("it repeats more than 1,000 times");
    case re2::RE2::ErrorTrailingBackslash: return Tr::tr("it ends in a single \\");
    case re2::RE2::ErrorPatternTooLarge: return Tr::tr("it is too large once it is spelled out");
    case re2::RE2::ErrorBadEscape:
        return Tr::tr("it does not know “%1”").arg(QString::fromStdString(refused.error_arg()));
    case re2::RE2::NoError:
    case re2::RE2::ErrorInternal:
    case re2::RE2::ErrorBadCharClass:
    case re2::RE2::ErrorBadCharRange:
    case re2::RE2::ErrorBadUTF8:
    case re2::RE2::ErrorBadNamedCapture:
    case re2::RE2::ErrorBadPerlOp: break;
    }
    return QString::fromStdString(refused.error());
}

} // namespace

Result<std::shared_ptr<const TextPattern>> TextPattern::compile(const QString &pattern)
{
    if (pattern.size() > maxLength)
        return fail(Errc::InvalidArgument,
                    Tr::tr("A regular expression has at most %1 characters; this one has %2.")
                        .arg(maxLength)
                        .arg(pattern.size()));
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(false);
    options.set_never_capture(true);
    options.set_max_mem(memoryCap);
    const QByteArray utf8 = pattern.toUtf8();
    auto compiled = std::make_unique<re2::RE2>(
        re2::StringPiece(utf8.constData(), static_cast<std::size_t>(utf8.size())), options);
    if (!compiled->ok())
        return fail(Errc::InvalidArgument,
                    Tr::tr("This regular expression cannot be used: %1.").arg(reasonOf(*compiled)));
    return std::shared_ptr<const TextPattern>(new TextPattern(std::move(compiled)));
}

TextPattern::TextPattern(std::unique_ptr<re2::RE2> compiled) : m_compiled(std::move(compiled)) {}

TextPattern::~TextPattern() = default;

bool TextPattern::isIn(QStringView text) const
{
    QStringEncoder encoder(QStringEncoder::Utf8);
    QVarLengthArray<char, 1024> utf8(encoder.requiredSpace(text.size()));
    const char *const end = encoder.appendToBuffer(utf8.data(), text);
    return isIn(std::string_view(utf8.data(), static_cast<std::size_t>(end - utf8.data())));
}

bool TextPattern::isIn(std::string_view utf8) const
{
    return re2::RE2::PartialMatch(re2::StringPiece(utf8.data(), utf8.size()), *m_compiled);
}

bool containsFolded(QStringView text, QStringView part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

} // namespace assay
