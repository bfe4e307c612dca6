// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/turn_text.h"

#include <QtWidgets/QAbstractButton>

namespace assay::ui {

/// Facts below an answer in one quiet row; wraps when narrow.
class FactsRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FactsRow(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QRectF> boxes(int width) const;

    QList<Fact> m_facts;
};

/// One cited source: its mark and its title. Click, Enter or Space opens it.
class SourceChip final : public QAbstractButton
{
    Q_OBJECT

public:
    SourceChip(const QString &label, const QString &title, QWidget *parent = nullptr);

    const QString &label() const { return m_label; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_label;
    QString m_mark;  ///< the label, safe to paint
    QString m_title; ///< likewise
    int m_markWidth;
};

/// An icon alone, beside a sentence.
class IconMark final : public QWidget
{
    Q_OBJECT

public:
    explicit IconMark(QWidget *parent = nullptr);
    void setIcon(Icon icon, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon = Icon::None;
    Tone m_tone = Tone::Second;
};

/// Number and time of a turn, at its left.
class TurnMark final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int width = 54;

    explicit TurnMark(QWidget *parent = nullptr);
    void setTurn(int number, UtcTime askedAt);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_number;
    QString m_time;
};

} // namespace assay::ui
