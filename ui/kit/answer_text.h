// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/answer_parse.h"

#include <QtCore/QRectF>
#include <QtGui/QTextLayout>

#include <compare>
#include <memory>
#include <utility>
#include <vector>

class QPainter;

namespace assay::ui {

/// The paragraphs of an answer and their layout: what `AnswerView` shows, without a widget.
/// A paragraph is one line of the answer; a very long one is cut into pieces.
class AnswerText
{
public:
    /// A place in the text: paragraph and offset in it; paragraph −1 is nowhere.
    struct Place
    {
        qsizetype paragraph = -1;
        int offset = 0;

        auto operator<=>(const Place &) const = default;
    };

    struct Citation
    {
        int start = 0;
        int length = 0;
        QString label;
    };

    AnswerText();
    ~AnswerText();
    AnswerText(const AnswerText &) = delete;
    AnswerText &operator=(const AnswerText &) = delete;

    void clear();
    /// Adds text; lays out the paragraphs it touches when `layNow`, else leaves them estimated.
    void append(const QString &piece, bool layNow);
    /// Forgets every layout; heights become estimates for `width` px.
    void setWidth(int width);
    int width() const { return m_width; }
    /// Lays out further paragraphs for up to `ms`; false when nothing is left.
    bool layoutSome(int ms);

    bool isEmpty() const { return paragraphs() == 0; }
    qsizetype paragraphs() const;
    /// Height in px, exact where laid out and estimated elsewhere.
    qreal height() const;
    /// Height in px that `width` px would need; exact for short texts, else estimated.
    qreal heightFor(int width) const;

    /// Paints the paragraphs that meet `clip`, laying out those that are not yet.
    void paint(QPainter &painter, const QRectF &clip, Place from, Place to, Place cited);
    /// Where a caret block after the last character stands.
    QRectF endRect();

    Place placeAt(const QPointF &point);
    /// Citation under a point, or at a place; nullptr for none. Valid until the text changes.
    const Citation *citationAt(const QPointF &point);
    const Citation *citation(Place place) const;
    /// Next citation after (step 1) or before (step −1) a place; nowhere when none is left.
    Place nextCitation(Place from, int step) const;
    /// Ends of the word around a place.
    std::pair<Place, Place> wordAt(Place place) const;
    Place end() const;
    /// Text between two places as plain text, citations as [1].
    QString plain(Place from, Place to) const;

private:
    struct Paragraph;

    void addParagraph(QStringView line, bool continued);
    void rebuildOpen();
    std::unique_ptr<QTextLayout> build(const Paragraph &paragraph, int width, qreal *height) const;
    qreal estimate(const Paragraph &paragraph, int width) const;
    QTextLayout *layout(qsizetype index);
    void layOut(qsizetype index);
    void settle() const;
    void trimLayouts(qsizetype first, qsizetype last);
    qsizetype paragraphAt(qreal y) const;
    QRectF citeRect(const Paragraph &paragraph, const Citation &citation) const;
    void paintParagraph(QPainter &painter, qsizetype index, Place from, Place to, Place cited);

    /// Mutable for their y positions, which are put right when asked for.
    mutable std::vector<Paragraph> m_paragraphs;
    std::vector<qsizetype> m_live;
    /// The unfinished last line, as received, and the first paragraph made of it.
    QString m_open;
    qsizetype m_openFrom = 0;
    bool m_openContinued = false;
    bool m_blank = false;
    qsizetype m_laidUpTo = 0;
    qsizetype m_characters = 0;
    int m_width = 0;
    mutable qsizetype m_settledUpTo = 0;
    mutable qreal m_height = 0;
};

} // namespace assay::ui
