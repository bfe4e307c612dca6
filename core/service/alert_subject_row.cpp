// SPDX-License-Identifier: Apache-2.0
#include "service/alert_subject_row.h"

namespace assay {

std::optional<double> AlertSubjectRow::real(FilterColumn column) const
{
    const auto widened = [](const std::optional<float> &value) {
        return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
    };
    if (column == FilterColumn::Score)
        return widened(m_subject.score);
    if (column == FilterColumn::Threshold)
        return widened(m_subject.threshold);
    return std::nullopt;
}

std::optional<qint64> AlertSubjectRow::integer(FilterColumn column) const
{
    if (column == FilterColumn::Time)
        return toMicros(m_subject.time);
    if (column == FilterColumn::Issues)
        return m_subject.issues.size();
    if (column == FilterColumn::Passed && m_subject.score && m_subject.threshold)
        return *m_subject.score >= *m_subject.threshold ? 1 : 0;
    return std::nullopt;
}

std::optional<FilterTexts> AlertSubjectRow::texts(FilterColumn column) const
{
    const auto one = [](const QString &text) {
        return text.isEmpty() ? std::nullopt : std::optional(FilterTexts{QStringView(text)});
    };
    if (column == FilterColumn::Thread)
        return one(m_subject.threadId);
    if (column == FilterColumn::Turn)
        return one(m_subject.turnId);
    if (column == FilterColumn::Model)
        return one(m_subject.model);
    if (column == FilterColumn::Text)
        return one(m_subject.question);
    if (column != FilterColumn::Issue)
        return std::nullopt;
    FilterTexts issues;
    for (const QString &issue : m_subject.issues)
        issues.append(QStringView(issue));
    return issues;
}

} // namespace assay
