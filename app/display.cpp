// SPDX-License-Identifier: Apache-2.0
#include "display.h"

#include "base/tr.h"

#include <QtCore/QFile>

#include <dlfcn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

/// Lets the X library itself connect: it knows every form of a name, and the cookies. It is the one Qt
/// uses, but no build needs its headers for three calls.
bool xAnswers(const QString &display)
{
    void *const library = ::dlopen("libxcb.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return true; // Qt will say what is missing
    using Connect = void *(*)(const char *, int *);
    using HasError = int (*)(void *);
    using Disconnect = void (*)(void *);
    const auto connect = reinterpret_cast<Connect>(::dlsym(library, "xcb_connect"));
    const auto hasError = reinterpret_cast<HasError>(::dlsym(library, "xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<Disconnect>(::dlsym(library, "xcb_disconnect"));
    bool answers = true;
    if (connect && hasError && disconnect) {
        void *const connection = connect(QFile::encodeName(display).constData(), nullptr);
        answers = hasError(connection) == 0;
        disconnect(connection);
    }
    ::dlclose(library);
    return answers;
}

bool socketAnswers(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(name.size()) >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return false;
    const bool answers = ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(socket);
    return answers;
}

} // namespace

DisplayWish displayWish(const Variables &environment)
{
    DisplayWish wish{.x = environment.value(u"DISPLAY"_s),
                     .wayland = environment.value(u"WAYLAND_DISPLAY"_s)};
    if (!wish.wayland.isEmpty() && !wish.wayland.startsWith(u'/'))
        wish.wayland = environment.value(u"XDG_RUNTIME_DIR"_s) + u'/' + wish.wayland;
    const QString platform = environment.value(u"QT_QPA_PLATFORM"_s);
    const bool x = platform.contains(u"xcb"_s);
    const bool wayland = platform.contains(u"wayland"_s);
    wish.needsNoServer = !platform.isEmpty() && !x && !wayland;
    if (x && !wayland)
        wish.wayland.clear();
    if (wayland && !x)
        wish.x.clear();
    return wish;
}

bool canOpenDisplay(const DisplayWish &wish)
{
    return wish.needsNoServer || (!wish.x.isEmpty() && xAnswers(wish.x)) ||
           (!wish.wayland.isEmpty() && socketAnswers(wish.wayland));
}

QString noDisplayText(const DisplayWish &wish)
{
    QString what = Tr::tr("There is no display to open the console on.");
    if (!wish.x.isEmpty())
        what = Tr::tr("The display %1 does not answer, so the console cannot open.").arg(wish.x);
    else if (!wish.wayland.isEmpty())
        what =
            Tr::tr("The Wayland display %1 does not answer, so the console cannot open.").arg(wish.wayland);
    return what + u' ' + Tr::tr("`assay ask \"…\"` works without one.");
}

} // namespace assay::app
