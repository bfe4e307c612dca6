// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/profiles.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QMenu;

namespace assay::ui {

class Actions;
class Button;
class PlainLabel;
class QuestionEdit;
class WrappedText;

/// How answers are sought, as the composer offers it.
enum class StrategyChoice : std::uint8_t { Auto, DualPath, MultiStrategy };

/// Where passages come from, and whether this one takes part.
struct SourceInfo
{
    QString name{};
    bool on = false;
    QString detail{}; ///< address, or what is missing

    bool operator==(const SourceInfo &) const = default;
};

/// Where a question is written and sent. What is refused stays in the field, with the reason below it.
class Composer final : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(Actions &actions, QWidget *parent = nullptr);

    QString text() const;
    /// Emits nothing.
    void setText(const QString &text);
    /// Offers the text as a question: asked() when it can be sent, else the reason is shown.
    void send();
    /// Says why something was not done; goes with the next key press.
    void say(const QString &reason);
    const QString &notice() const { return m_said; }
    void focusInput();

    void setProfiles(const QList<Profile> &profiles, const QString &current, bool changed);
    void setStrategy(StrategyChoice choice);
    void setSources(const QList<SourceInfo> &sources);
    void setRunning(bool running);

    void openProfiles();

Q_SIGNALS:
    /// A question that may be sent. Call setText({}) once it was taken.
    void asked(const QString &question);
    void textEdited();
    void profileChosen(const QString &name);
    void strategyChosen(assay::ui::StrategyChoice choice);
    /// Esc while nothing runs: back to the conversation.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void wire();
    void noteText();
    void fitBar();
    void setDensity(int density);
    int barWidth() const;
    void popup(QMenu *menu, const Button *below);
    void openStrategies();
    void openSources();
    QRect box() const;

    Actions &m_actions;
    QuestionEdit *m_edit;
    WrappedText *m_notice;
    QString m_said;
    QBoxLayout *m_bar;
    QWidget *m_menus;
    QWidget *m_buttons;
    Button *m_profile;
    Button *m_strategy;
    Button *m_sources;
    PlainLabel *m_estimate;
    Button *m_stop;
    Button *m_send;
    QList<Profile> m_profiles;
    QString m_current;
    StrategyChoice m_choice = StrategyChoice::Auto;
    QList<SourceInfo> m_sourceInfos;
    bool m_focused = false;
    bool m_silent = false;
};

} // namespace assay::ui
