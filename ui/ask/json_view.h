// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QJsonObject>
#include <QtWidgets/QWidget>

#include <functional>

namespace assay::ui {

class Button;
class PlainLabel;
class PlainTextView;
class SearchField;

/// Makes the object to show. Runs on a worker: it must own everything it reads.
using JsonMaker = std::function<QJsonObject()>;

/// Writes the object on a worker and puts it on the clipboard, while `context` lives.
void copyJsonLater(JsonMaker make, QObject *context);

/// JSON as plain text: indented, searchable, copyable. Written on a worker; what is shown is at
/// most PlainTextView::maximum() characters, what is copied is all of it.
class JsonView final : public QWidget
{
    Q_OBJECT

public:
    explicit JsonView(const QString &accessibleName, QWidget *parent = nullptr);

    /// Shows what `make` gives. The same `key` as last time changes nothing.
    void showJson(const QString &key, JsonMaker make);
    void clear();

    const QString &text() const { return m_text; } ///< whole; empty until the worker is done

private:
    void take(const QString &text);
    void find(bool backward, bool fromHere);
    void countMatches();

    QString m_key;
    QString m_text;
    int m_request = 0;
    SearchField *m_search;
    PlainLabel *m_matches;
    Button *m_copy;
    PlainTextView *m_view;
};

} // namespace assay::ui
