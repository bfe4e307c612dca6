// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/word_diff.h"

#include <QtGui/QTextLayout>
#include <QtWidgets/QWidget>

#include <memory>
#include <vector>

namespace assay::ui {

/// Two texts as one: removed words struck on red, added ones on green, both underlined or struck
/// so that colour is not alone. Shows at most `maximum` characters and 500 lines of each.
class DiffView final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype maximum = 20'000;
    /// Inline: both in one text. Before and After: one side with its own marks, for two columns.
    enum class Side { Inline, Before, After };

    explicit DiffView(QWidget *parent = nullptr);
    ~DiffView() override;

    void setTexts(const QString &before, const QString &after, Side side = Side::Inline);
    const QList<DiffSpan> &spans() const { return m_spans; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Puts the shown text on the clipboard, without marks.
    void copy();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Block;

    void shape() const;
    void build(int width) const;
    void forget();

    QList<DiffSpan> m_spans;
    Side m_side = Side::Inline;
    mutable std::vector<std::unique_ptr<Block>> m_blocks;
    mutable int m_width = -1;
    mutable qreal m_height = 0;
};

} // namespace assay::ui
