// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/ask_state.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QAbstractScrollArea>

namespace assay::ui {

class Actions;
class TurnCard;

/// The cards of a thread, one below the other. Only those near the viewport exist; the heights of the
/// others are remembered or estimated, so a thread of any length opens at once.
///
/// Stays at the bottom while text streams in, unless the user scrolled up. Otherwise the card under the
/// pointer (or else the first visible one) keeps its place whatever changes around it.
class CardScroller final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    CardScroller(AskState &state, Actions &actions, Clock clock, QWidget *parent = nullptr);

    /// Every turn anew; shows the end of the thread.
    void reset();
    void addRow(int index);
    void refreshRow(int index);
    /// Marks the selected card. @param reveal scrolls as little as needed to show it
    void choose(int index, bool reveal);

    /// Builds the card when it does not exist yet. @return nullptr when there is no such turn
    TurnCard *ensureCard(int index);
    /// The card when it exists.
    TurnCard *cardAt(int index) const;
    int builtCards() const;
    bool isPinned() const { return m_pinned; }
    void toBottom();
    /// Leaves so many px below the cards free.
    void setStrip(int height);

Q_SIGNALS:
    void cardActivated(int index);
    void cardOpened(int index); ///< Enter on the selected card
    void sourceActivated(const QString &turnId, const QString &label);
    void labelSaved(const QString &turnId, assay::Label label, const QString &note);
    /// Whether the end of the thread is in sight.
    void pinnedChanged(bool pinned);

protected:
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        TurnCard *card = nullptr;
        int height = 0;
        bool measured = false;
    };

    /// What keeps its place on screen: `row`'s top stays `offset` px below the viewport's.
    struct Anchor
    {
        int row = -1;
        int offset = 0;
    };

    void schedule(bool follow);
    void layNow();
    void lay(Anchor anchor, bool bottom);
    bool buildNear(const QList<int> &tops, int top);
    void dropFar(const QList<int> &tops, int top);
    void placeCards(const QList<int> &tops, int top, int total);
    QList<int> topsOf() const;
    Anchor steadyAnchor() const;
    Anchor anchorAt(int y) const;
    void wire(TurnCard *card);
    void setPinned(bool pinned);
    void chainFocus() const;

    AskState &m_state;
    Actions &m_actions;
    Clock m_clock;
    QList<Row> m_rows;
    QTimer m_due;
    QElapsedTimer m_opened; ///< since the thread was shown
    int m_width = 0;
    int m_chosen = -1;
    bool m_follow = false;
    bool m_pinned = true;
    bool m_placing = false;
    bool m_wasRunning = false;
};

/// About how high a turn's card will be, px; exact once it is built.
int estimatedCardHeight(const Turn &turn, int width);

} // namespace assay::ui
