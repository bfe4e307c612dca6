// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_feed_view.h"

#include <QtWidgets/QWidget>

class QSplitter;
class QStackedWidget;

namespace assay::ui {

class EmptyState;
class ErrorState;
class FieldView;
class HexView;
class PlainLabel;
class SegmentedTabs;

/// One event taken apart: its fields at left, its bytes at right, one highlight in both.
class BytesPane final : public QWidget
{
    Q_OBJECT

public:
    explicit BytesPane(QWidget *parent = nullptr);

    void showDetail(const FeedDetail &detail);
    /// Nothing chosen: says what to do.
    void showNothing(const QString &sentence);
    void showError(const QString &what);

    FieldView *fields() const { return m_fields; }
    HexView *hex() const { return m_hex; }
    /// Frame as received, or what came out of it.
    ByteSpace space() const { return m_space; }
    void setSpace(ByteSpace space);
    void toggleSpace();
    QString statusText() const;

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void copied(const QString &what);
    void retry();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeFields();
    QWidget *makeBytes();
    void fieldChosen(int node);
    void byteChosen(qsizetype at);
    void highlight(int node, bool reveal);
    void fillHex();
    void openMenu(int node, const QPoint &at);
    void copyText(const QString &text, const QString &what);

    FeedDetail m_detail;
    std::shared_ptr<const FieldTree> m_tree;
    ByteSpace m_space = ByteSpace::Payload;
    bool m_byHand = false; ///< a byte was pressed: the bytes stay where they are
    bool m_split = false;
    QStackedWidget *m_states;
    EmptyState *m_empty;
    ErrorState *m_error;
    QSplitter *m_across;
    FieldView *m_fields;
    HexView *m_hex;
    SegmentedTabs *m_spaces;
    PlainLabel *m_place;
    PlainLabel *m_packing;
    PlainLabel *m_status;
};

} // namespace assay::ui
