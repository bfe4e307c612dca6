// SPDX-License-Identifier: Apache-2.0
#include "alerts/promql_words.h"
#include "base/text.h"
#include "base/tr.h"

#include <re2/re2.h>

#include <array>
#include <limits>

namespace assay::promql {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 64;

/// Thrown and caught within this file alone: a problem ends the reading from any depth.
struct Refusal
{
    Problem problem;
};

class Parser
{
public:
    explicit Parser(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

    Node run()
    {
        Node root = expression(1, 0);
        if (at().kind != TokenKind::End)
            refuse(at(), Tr::tr("“%1” has no place here.").arg(at().text));
        if (root.type != Type::Vector)
            refuse(
                root.position,
                Tr::tr("An alert needs series at a moment here, and this is %1.").arg(typeText(root.type)));
        return root;
    }

private:
    const Token &at(std::size_t ahead = 0) const
    {
        return m_tokens[std::min(m_next + ahead, m_tokens.size() - 1)];
    }
    bool atSymbol(QStringView symbol, std::size_t ahead = 0) const
    {
        return at(ahead).kind == TokenKind::Symbol && at(ahead).text == symbol;
    }
    bool atWord(QStringView word) const
    {
        return at().kind == TokenKind::Name && at().text.compare(word, Qt::CaseInsensitive) == 0;
    }
    const Token &take() { return m_tokens[m_next++]; }
    void expect(QStringView symbol)
    {
        if (!atSymbol(symbol))
            refuse(at(), at().kind == TokenKind::End
                             ? Tr::tr("The expression ends where “%1” is expected.").arg(symbol)
                             : Tr::tr("“%1” is expected here, not “%2”.").arg(symbol, at().text));
        take();
    }
    [[noreturn]] static void refuse(qsizetype position, const QString &what, const QString &nearest = {})
    {
        throw Refusal{{.position = position, .what = what, .nearest = nearest}};
    }
    [[noreturn]] static void refuse(const Token &token, const QString &what, const QString &nearest = {})
    {
        refuse(token.position, what, nearest);
    }

    Node expression(int binding, int depth)
    {
        if (depth > deepest)
            refuse(at(), Tr::tr("The expression is nested too deep."));
        Node left = unary(depth);
        for (int found = bindingOf(at()); found >= binding && found > 0; found = bindingOf(at())) {
            const Token token = take();
            Node node{.kind = NodeKind::Binary, .position = token.position};
            node.name = token.kind == TokenKind::Name ? token.text.toLower() : token.text;
            modifiers(node);
            // Only the power binds to the right.
            Node right = expression(node.name == u"^" ? found : found + 1, depth + 1);
            node.children.push_back(std::move(left));
            node.children.push_back(std::move(right));
            check(node);
            left = std::move(node);
        }
        return left;
    }

    void modifiers(Node &node)
    {
        if (atWord(u"bool")) {
            if (!isComparison(node.name))
                refuse(at(), Tr::tr("bool belongs to comparisons alone."));
            take();
            node.asBool = true;
        }
        if (atWord(u"on") || atWord(u"ignoring")) {
            node.matched = true;
            node.without = take().text.compare(u"ignoring", Qt::CaseInsensitive) == 0;
            node.labels = labelList();
        }
        if (atWord(u"group_left") || atWord(u"group_right"))
            refuse(at(), Tr::tr("%1 is not supported.").arg(at().text));
    }

    void check(Node &node) const
    {
        const Node &left = node.children[0];
        const Node &right = node.children[1];
        for (const Node *side : {&left, &right})
            if (side->type == Type::Range)
                refuse(
                    side->position,
                    Tr::tr("A range cannot be compared or reckoned with: take rate() of it, for example."));
        const bool bothScalars = left.type == Type::Scalar && right.type == Type::Scalar;
        if (isSetOperator(node.name) && (left.type == Type::Scalar || right.type == Type::Scalar))
            refuse(node.position, Tr::tr("“%1” joins series, not numbers.").arg(node.name));
        if (node.matched && (left.type == Type::Scalar || right.type == Type::Scalar))
            refuse(node.position, Tr::tr("on and ignoring need series on both sides."));
        if (bothScalars && isComparison(node.name) && !node.asBool)
            refuse(node.position, Tr::tr("Comparing two numbers needs bool."));
        node.type = bothScalars ? Type::Scalar : Type::Vector;
    }

    Node unary(int depth)
    {
        if (!atSymbol(u"-") && !atSymbol(u"+"))
            return primary(depth);
        const Token sign = take();
        // The power binds closer than a sign.
        Node inner = expression(6, depth + 1);
        if (inner.type == Type::Range)
            refuse(inner.position, Tr::tr("A range has no sign."));
        if (sign.text == u"+")
            return inner;
        Node node{.kind = NodeKind::Negate, .type = inner.type, .position = sign.position};
        node.children.push_back(std::move(inner));
        return node;
    }

    Node primary(int depth)
    {
        const Token token = at();
        if (token.kind == TokenKind::Number) {
            take();
            return {.kind = NodeKind::Number, .position = token.position, .number = token.number};
        }
        if (atSymbol(u"(")) {
            take();
            Node inner = expression(1, depth + 1);
            expect(u")");
            if (atSymbol(u"["))
                refuse(at(), Tr::tr("Subqueries are not supported."));
            return inner;
        }
        if (atSymbol(u"{"))
            refuse(token, Tr::tr("The metric's name is expected before “{”."));
        if (token.kind != TokenKind::Name)
            refuse(token, token.kind == TokenKind::End ? Tr::tr("The expression ends too soon.")
                                                       : Tr::tr("“%1” has no place here.").arg(token.text));
        return named(depth);
    }

    Node named(int depth)
    {
        const Token token = take();
        const QString lower = token.text.toLower();
        for (const char *name : aggregations)
            if (lower == QLatin1StringView(name) && (atSymbol(u"(") || atWord(u"by") || atWord(u"without")))
                return aggregate(token, lower, depth);
        if (atSymbol(u"("))
            return call(token, depth);
        const double infinity = std::numeric_limits<double>::infinity();
        if (lower == u"inf" || lower == u"nan")
            return {.kind = NodeKind::Number,
                    .position = token.position,
                    .number = lower == u"inf" ? infinity : std::numeric_limits<double>::quiet_NaN()};
        return selector(token);
    }

    Node aggregate(const Token &token, const QString &name, int depth)
    {
        Node node{.kind = NodeKind::Aggregate, .type = Type::Vector, .position = token.position};
        node.name = name;
        const auto grouping = [&] {
            if (!atWord(u"by") && !atWord(u"without"))
                return false;
            node.without = take().text.compare(u"without", Qt::CaseInsensitive) == 0;
            node.labels = labelList();
            return true;
        };
        const bool grouped = grouping();
        expect(u"(");
        node.children.push_back(expression(1, depth + 1));
        expect(u")");
        if (!grouped)
            grouping();
        if (node.children[0].type != Type::Vector)
            refuse(node.children[0].position, Tr::tr("%1 needs series at a moment, and this is %2.")
                                                  .arg(name, typeText(node.children[0].type)));
        return node;
    }

    QStringList labelList()
    {
        QStringList labels;
        expect(u"(");
        while (!atSymbol(u")")) {
            if (at().kind != TokenKind::Name)
                refuse(at(), Tr::tr("The name of a label is expected here."));
            labels.append(take().text);
            if (!atSymbol(u")"))
                expect(u",");
        }
        take();
        return labels;
    }

    Node call(const Token &token, int depth)
    {
        const auto found = std::ranges::find_if(functions, [&](const Function &function) {
            return token.text == QLatin1StringView(function.name);
        });
        if (found == functions.end())
            refuse(token, Tr::tr("The function %1 is not supported.").arg(token.text),
                   nearestOf(token.text, knownNames()));
        Node node{.kind = NodeKind::Call, .type = Type::Vector, .position = token.position};
        node.name = token.text;
        expect(u"(");
        for (const char *wanted = found->takes; *wanted != '\0'; ++wanted) {
            if (wanted != found->takes)
                expect(u",");
            node.children.push_back(expression(1, depth + 1));
            const Node &child = node.children.back();
            const Type type = *wanted == 's' ? Type::Scalar : *wanted == 'v' ? Type::Vector : Type::Range;
            if (child.type != type)
                refuse(child.position, Tr::tr("%1 needs %2 here, and this is %3.")
                                           .arg(token.text, typeText(type), typeText(child.type)));
        }
        expect(u")");
        if (atSymbol(u"["))
            refuse(at(), Tr::tr("Subqueries are not supported."));
        return node;
    }

    Node selector(const Token &token)
    {
        Node node{.kind = NodeKind::Selector, .type = Type::Vector, .position = token.position};
        node.name = token.text;
        if (atSymbol(u"{")) {
            take();
            while (!atSymbol(u"}")) {
                node.matchers.append(matcher());
                if (!atSymbol(u"}"))
                    expect(u",");
            }
            take();
        }
        if (atSymbol(u"["))
            range(node);
        if (atWord(u"offset"))
            refuse(at(), Tr::tr("offset is not supported."));
        return node;
    }

    void range(Node &node)
    {
        take();
        if (at().kind != TokenKind::Duration || at().duration.count() == 0)
            refuse(at(), Tr::tr("A duration such as 5m is expected here."));
        node.range = take().duration;
        node.type = Type::Range;
        expect(u"]");
    }

    Matcher matcher()
    {
        if (at().kind != TokenKind::Name)
            refuse(at(), Tr::tr("The name of a label is expected here."));
        Matcher matcher{.label = take().text};
        static const QStringList kinds{u"="_s, u"!="_s, u"=~"_s, u"!~"_s};
        const qsizetype kind = at().kind == TokenKind::Symbol ? kinds.indexOf(at().text) : -1;
        if (kind < 0)
            refuse(at(), Tr::tr("=, !=, =~ or !~ is expected here."));
        matcher.kind = static_cast<MatchKind>(kind);
        take();
        if (at().kind != TokenKind::Text)
            refuse(at(), Tr::tr("A text in quotes is expected here."));
        const Token text = take();
        matcher.value = text.text;
        if (kind >= 2) {
            RE2::Options options;
            options.set_log_errors(false);
            const std::string whole = "^(?:" + text.text.toStdString() + ")$";
            auto pattern = std::make_shared<const RE2>(whole, options);
            if (!pattern->ok())
                refuse(text, Tr::tr("This is no regular expression: %1.")
                                 .arg(QString::fromStdString(pattern->error())));
            matcher.pattern = std::move(pattern);
        }
        return matcher;
    }

    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
};

} // namespace

bool Matcher::holds(const QString &text) const
{
    switch (kind) {
    case MatchKind::Equal: return text == value;
    case MatchKind::NotEqual: return text != value;
    case MatchKind::Pattern: return RE2::FullMatch(text.toStdString(), *pattern);
    case MatchKind::NotPattern: return !RE2::FullMatch(text.toStdString(), *pattern);
    }
    Q_UNREACHABLE();
}

tl::expected<Node, Problem> parse(const QString &text)
{
    tl::expected<std::vector<Token>, Problem> tokens = tokenize(text);
    if (!tokens)
        return tl::unexpected(std::move(tokens.error()));
    try {
        return Parser(std::move(*tokens)).run();
    } catch (const Refusal &refusal) {
        return tl::unexpected(refusal.problem);
    }
}

std::vector<const Node *> selectorsOf(const Node &node)
{
    std::vector<const Node *> all;
    if (node.kind == NodeKind::Selector)
        all.push_back(&node);
    for (const Node &child : node.children)
        std::ranges::copy(selectorsOf(child), std::back_inserter(all));
    return all;
}

std::chrono::milliseconds reachOf(const Node &node)
{
    std::chrono::milliseconds reach = std::chrono::minutes(5);
    for (const Node *selector : selectorsOf(node))
        reach = std::max(reach, selector->range);
    return reach;
}

} // namespace assay::promql
