// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/prompt_host.h"
#include "ui/ask/row_list.h"

#include <QtCore/QSet>

namespace assay::ui {

/// The templates, each with the version in force and a dot where its text was changed and not kept.
class PromptList final : public RowList
{
    Q_OBJECT

public:
    explicit PromptList(QWidget *parent = nullptr);

    void setOverview(const PromptOverview &overview);
    void setChanged(PromptKind kind, bool changed);

protected:
    int count() const override;
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    QString versionText(int index) const;

    QList<QList<PromptVersion>> m_versions;
    QSet<int> m_changed;
};

/// Versions of one template, the newest first.
class PromptVersionList final : public RowList
{
    Q_OBJECT

public:
    explicit PromptVersionList(QWidget *parent = nullptr);

    void setVersions(const QList<PromptVersion> &oldestFirst);
    const QList<PromptVersion> &versions() const { return m_versions; }

protected:
    int count() const override { return static_cast<int>(m_versions.size()); }
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    QList<PromptVersion> m_versions;
};

/// Turns to choose some of: Space or a click takes one or leaves it.
class ExampleList final : public RowList
{
    Q_OBJECT

public:
    explicit ExampleList(QWidget *parent = nullptr);

    void setExamples(const QList<PromptExample> &examples);
    QList<PromptExample> chosen() const;

Q_SIGNALS:
    void chosenChanged();

protected:
    int count() const override { return static_cast<int>(m_examples.size()); }
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    void toggle(int row);

    QList<PromptExample> m_examples;
    QSet<int> m_chosen;
};

/// "today at 14:02 by ana · softer", of a version; where it comes from for version 1.
QString versionFactsText(const PromptVersion &version);

} // namespace assay::ui
