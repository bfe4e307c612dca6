// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/field_reader.h"

#include <string>
#include <string_view>

namespace assay {

/// Which numbered fields were seen; only 1 to 31.
class FieldSet
{
public:
    bool isNew(quint32 number)
    {
        if (number > 31 || has(number))
            return false;
        m_bits |= 1U << number;
        return true;
    }
    bool has(quint32 number) const { return (m_bits >> number & 1U) != 0; }

private:
    quint32 m_bits = 0;
};

/// Well-formed UTF-8 without NUL: what is stored as it is.
bool isPlainText(std::string_view text);

/// Key and value of a map's entry, each at most once; the key is plain text.
bool readMapEntry(std::string_view bytes, std::string_view &key, std::string_view &value);

/// The line that summaryOf() in message_text.cpp makes, for plain ASCII. Its parts are added in
/// order; each add() returns false when the part is not ASCII.
class SummaryLine
{
public:
    bool add(std::string_view part);
    bool add(char mark, quint32 number);
    bool number(qint64 value);
    bool duration(qint64 micros);
    /// Two digits behind the point.
    bool score(float value);

    /// Directly behind the last part.
    void append(char mark) { m_text += mark; }

    void clear() { m_text.clear(); }
    /// Cuts it to 200 characters, the last of them "…".
    void finish();
    const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

} // namespace assay
