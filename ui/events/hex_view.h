// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/field_tree.h"

#include <QtWidgets/QAbstractScrollArea>

namespace assay::ui {

/// Bytes in hexadecimal and as text, 16 to a line, with one range highlighted. A click or the arrow keys
/// choose a byte; who owns the view says what range that means.
class HexView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit HexView(QWidget *parent = nullptr);

    void setBytes(const QByteArray &bytes);
    const QByteArray &bytes() const { return m_bytes; }
    /// Highlights a range and, with `reveal`, brings its beginning into sight. Length 0 highlights none.
    void setHighlight(ByteRange range, bool reveal = true);
    ByteRange highlight() const { return m_highlight; }
    /// A byte where reading stopped, marked apart from the highlight; −1 = none.
    void setFailure(qsizetype at);
    qsizetype cursor() const { return m_cursor; }

    /// "00 24 48 …" of the highlighted bytes, or of all.
    QString hexText() const;
    static QString hexOf(QByteArrayView bytes);

Q_SIGNALS:
    void byteChosen(qsizetype at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Layout
    {
        double offset = 0; ///< width of an offset and the room behind it
        double cell = 0;   ///< of a character
        double bytes = 0;  ///< left edge of the first byte
        double text = 0;   ///< left edge of the text
    };
    Layout layout() const;
    double byteX(const Layout &at, int column) const;
    void paintLine(QPainter &painter, const Layout &at, qsizetype first, double y) const;
    void paintHighlight(QPainter &painter, const Layout &at, qsizetype first, double y) const;
    qsizetype byteAt(const QPointF &point) const;
    void choose(qsizetype at);
    void fitScrollBar();
    void revealByte(qsizetype at);

    QByteArray m_bytes;
    ByteRange m_highlight;
    qsizetype m_failure = -1;
    qsizetype m_cursor = 0;
};

} // namespace assay::ui
