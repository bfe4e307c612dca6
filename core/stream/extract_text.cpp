// SPDX-License-Identifier: Apache-2.0
#include "stream/extract_text.h"

#include "base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace assay {

namespace {

constexpr std::size_t longestPart = 800;

/// @return false when there is a byte beyond ASCII, or a NUL
bool isAscii(std::string_view text)
{
    unsigned high = 0;
    unsigned zeros = 0;
    for (const char c : text) {
        high |= static_cast<unsigned char>(c);
        zeros |= c == '\0' ? 1U : 0U;
    }
    return high < 0x80 && zeros == 0;
}

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace

bool isPlainText(std::string_view text)
{
    return isAscii(text) || (text.find('\0') == std::string_view::npos &&
                             isValidUtf8(QByteArrayView(text.data(), static_cast<qsizetype>(text.size()))));
}

bool readMapEntry(std::string_view bytes, std::string_view &key, std::string_view &value)
{
    FieldReader cursor(bytes);
    WireValue field;
    FieldSet seen;
    while (!cursor.atEnd()) {
        if (!cursor.next(field) || field.number > 2 || !seen.isNew(field.number) ||
            field.wire != FieldReader::delimitedWire)
            return false;
        (field.number == 1 ? key : value) = field.bytes;
    }
    return isPlainText(key);
}

bool SummaryLine::add(std::string_view part)
{
    part = part.substr(0, longestPart);
    if (!isAscii(part))
        return false;
    const std::size_t before = m_text.size();
    bool gap = before > 0;
    for (const char c : part) {
        if (isSpace(c)) {
            gap = gap || m_text.size() > before;
            continue;
        }
        if (std::exchange(gap, false))
            m_text += ' ';
        m_text += c;
    }
    return true;
}

void SummaryLine::finish()
{
    constexpr std::size_t longest = 200; // characters, the ellipsis among them
    if (m_text.size() <= longest)
        return;
    m_text.resize(longest - 1);
    m_text += "\xE2\x80\xA6";
}

bool SummaryLine::add(char mark, quint32 number)
{
    std::array<char, 16> digits{mark};
    const auto end = std::to_chars(digits.data() + 1, digits.data() + digits.size(), number).ptr;
    return add(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

bool SummaryLine::number(qint64 value)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return add(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

bool SummaryLine::duration(qint64 micros)
{
    if (micros == 0 || micros == std::numeric_limits<qint64>::max())
        return true;
    if (micros < 0 || micros > 1'000'000'000'000)
        return false;
    // Halves go up, as Qt rounds them.
    const double millis = static_cast<double>(micros) / 1000.0 + (micros % 500 == 250 ? 0.01 : 0.0);
    std::array<char, 48> digits{};
    char *end = std::to_chars(digits.data(), digits.data() + 32, millis, std::chars_format::fixed, 1).ptr;
    for (const char c : {' ', 'm', 's'})
        *end++ = c;
    return add(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

bool SummaryLine::score(float value)
{
    double figure = static_cast<double>(value);
    if (std::fmod(figure * 8.0, 2.0) == 1.0)
        figure += 0.001; // an exact half of a hundredth goes up, as Qt rounds it
    std::array<char, 16> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), figure, std::chars_format::fixed, 2).ptr;
    return add(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

} // namespace assay
