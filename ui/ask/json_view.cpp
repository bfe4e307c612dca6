// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/json_view.h"

#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/search_field.h"
#include "ui/kit/tr.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QJsonDocument>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// Writes on the pool, then calls `done(text)` on this thread unless `context` is gone by then.
template<typename Done>
void writeLater(JsonMaker make, QObject *context, Done done)
{
    auto promise = std::make_shared<QPromise<QString>>();
    auto *watcher = new QFutureWatcher<QString>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    promise->start();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, make = std::move(make)] {
        promise->addResult(QString::fromUtf8(QJsonDocument(make()).toJson(QJsonDocument::Indented)));
        promise->finish();
    });
}

/// Puts the text, which has a margin of its own, in line with the bar above it.
constexpr int textInset = 8;

void toClipboard(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

void copyJsonLater(JsonMaker make, QObject *context)
{
    writeLater(std::move(make), context, toClipboard);
}

JsonView::JsonView(const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_search(new SearchField(Tr::tr("Find in the text"))),
      m_matches(new PlainLabel(QString(), Type::Small, Tone::Third)),
      m_copy(new Button(Icon::Copy, Tr::tr("Copy"), ButtonKind::Ghost)), m_view(new PlainTextView)
{
    m_view->setFont(mono(Type::Small));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(accessibleName);
    m_copy->setCompact(true);
    m_copy->setType(Type::Small);
    plainToolTip(m_copy, Tr::tr("Copy all of it, also what is not shown"));

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 10, 8);
    bar->setSpacing(8);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_matches);
    bar->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    auto *body = new QHBoxLayout;
    body->setContentsMargins(textInset, 0, 0, 0);
    body->addWidget(m_view);
    column->addLayout(body, 1);

    auto *back = new QAction(this);
    back->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return));
    back->setShortcutContext(Qt::WidgetShortcut);
    m_search->addAction(back);
    connect(back, &QAction::triggered, this, [this] { find(true, false); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(false, false); });
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        countMatches();
        find(false, true);
    });
    connect(m_copy, &QAbstractButton::clicked, this, [this] { toClipboard(m_text); });
}

void JsonView::showJson(const QString &key, JsonMaker make)
{
    if (key == m_key)
        return;
    m_key = key;
    m_copy->setEnabled(false);
    writeLater(std::move(make), this, [this, request = ++m_request](const QString &text) {
        if (request == m_request) // else another object was asked for meanwhile
            take(text);
    });
}

void JsonView::clear()
{
    ++m_request;
    m_key.clear();
    take({});
}

void JsonView::take(const QString &text)
{
    m_text = text;
    m_view->setText(text);
    m_copy->setEnabled(!text.isEmpty());
    countMatches();
}

void JsonView::countMatches()
{
    const QString wanted = m_search->text();
    const auto found = wanted.isEmpty() ? 0 : m_view->toPlainText().count(wanted, Qt::CaseInsensitive);
    m_matches->setText(wanted.isEmpty() ? QString() : Tr::tr("%1 found").arg(found));
}

void JsonView::find(bool backward, bool fromHere)
{
    const QString wanted = m_search->text();
    QTextCursor cursor = m_view->textCursor();
    if (fromHere) {
        cursor.setPosition(cursor.selectionStart());
        m_view->setTextCursor(cursor);
    }
    if (wanted.isEmpty())
        return;
    const QTextDocument::FindFlags flags =
        backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_view->find(wanted, flags))
        return;
    cursor.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
    m_view->setTextCursor(cursor);
    m_view->find(wanted, flags);
}

} // namespace assay::ui
