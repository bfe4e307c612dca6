// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/alert_store.h"
#include "turn/filter.h"

namespace assay {

/// A reading behind an alert as the filter sees it: its scores, thread, turn, model, issues, time and
/// question; every other column is absent. A view: the subject has to outlive it.
class AlertSubjectRow final : public FilterRow
{
public:
    explicit AlertSubjectRow(const AlertSubject &subject) : m_subject(subject) {}

    std::optional<double> real(FilterColumn column) const override;
    std::optional<qint64> integer(FilterColumn column) const override;
    std::optional<FilterTexts> texts(FilterColumn column) const override;

private:
    const AlertSubject &m_subject;
};

} // namespace assay
