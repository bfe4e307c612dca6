// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

#include <functional>

class QLineEdit;

namespace assay::ui {

class Button;
class PlainLabel;

/// One question with a few answers, each a digit away, and a line to type where the answer is free. Stands
/// where the actions stand, and gives the focus back when it goes. Esc leaves everything as it was.
class ChoiceBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceBar(QWidget *parent = nullptr);

    struct Question
    {
        QString title{};
        QStringList choices{}; ///< at most 9; the digits 1 … choose
        QString field{};       ///< placeholder of the line; empty = there is none
        QString text{};        ///< what stands in it
        QString enter{};       ///< what Enter does; empty = Enter does nothing without a line
        qsizetype longest = 500;
    };
    /// @param taken gets the chosen one (−1 = Enter) and the line
    void ask(const Question &question, std::function<void(int choice, const QString &text)> taken);
    void close();
    bool isAsking() const { return static_cast<bool>(m_taken); }
    QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void opened();
    void closed();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take(int choice);
    bool takeKey(const QKeyEvent &key);

    PlainLabel *m_title;
    QLineEdit *m_field;
    Button *m_enter;
    Button *m_cancel;
    QList<Button *> m_buttons;
    std::function<void(int, const QString &)> m_taken;
    QPointer<QWidget> m_before;
    bool m_hasField = false;
    bool m_hasEnter = false;
};

} // namespace assay::ui
