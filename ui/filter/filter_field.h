// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/filter.h"

#include <QtCore/QTimer>
#include <QtGui/QKeySequence>
#include <QtGui/QTextLayout>
#include <QtWidgets/QLineEdit>

#include <functional>

namespace assay::ui {

class CompletionPopup;

/// The line in which filters are typed: coloured as it is read, completed by keyboard, and told what
/// is wrong and what may have been meant.
///
/// Enter puts the filter in force; an unsound one is not, and says why. Down or Ctrl+Space opens the
/// list, Tab takes its row (the first when none is chosen), Enter the chosen one. Esc closes the list,
/// then clears the text. What is in force stays so until Enter, or until the text is cleared.
class FilterField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit FilterField(FilterUses uses, QWidget *parent = nullptr);
    ~FilterField() override;

    /// Values of a column that begin with what is typed, of the rows at hand: threads, models …
    /// Called on the UI thread with every key, so it must answer at once.
    using ValueSource = std::function<QStringList(FilterColumn column, const QString &typed)>;
    void setValueSource(ValueSource source) { m_values = std::move(source); }

    /// Caps at the right while it is empty; the shortcut itself belongs to the caller.
    void setKeyHint(const QKeySequence &keys);

    /// The filter in force.
    const Filter &filter() const { return m_filter; }
    /// Sets text and, when it is sound, puts it in force. @return is it sound?
    bool apply(const QString &text);
    /// Is the text another filter than the one in force?
    bool isPending() const;
    /// What is wrong with the text; nullopt when nothing is.
    std::optional<FilterProblem> problem() const { return m_problem; }

    CompletionPopup *popup() const { return m_popup; }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// Another filter is in force.
    void filterChanged(const assay::Filter &filter);
    /// Esc with nothing left for it here: it closes the list first, then clears.
    void left();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void placeText();
    void read();
    void colour();
    void settle();
    bool applyText();
    void offer(bool asked);
    void showPopup(bool alarming);
    void step(int rows);
    void take(int row);
    bool mayTake() const;
    void put(qsizetype start, qsizetype length, const QString &text, bool blank);
    QString sentence() const;
    QString stateText() const;
    void setFilter(Filter filter);

    FilterUses m_uses;
    ValueSource m_values;
    Filter m_filter;
    std::optional<Filter> m_parsed{}; ///< of the text; nullopt while it has a problem
    std::optional<FilterProblem> m_problem{};
    std::optional<FilterProblem> m_hint{}; ///< a value that nobody sends
    FilterCompletions m_completions;
    bool m_told = false;      ///< problem or hint is shown: not before typing rests, or Enter
    bool m_composing = false; ///< an input method has the text
    QStringList m_caps;
    QTimer m_settle;
    CompletionPopup *m_popup = nullptr;
};

} // namespace assay::ui
