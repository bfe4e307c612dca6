// SPDX-License-Identifier: Apache-2.0
// C11 threads by way of POSIX threads, for programs that run under ThreadSanitizer.
//
// librdkafka makes its threads with thrd_create(), which the sanitizer of g++ 12 does not know: such a thread
// crashes at the first instrumented instruction. These stand before those of the C library; the POSIX calls
// they make are the sanitizer's own, so that it also sees who waited for whom.
#include <pthread.h>
#include <threads.h>

#include <cerrno>
#include <cstdint>
#include <memory>

static_assert(sizeof(mtx_t) >= sizeof(pthread_mutex_t) && sizeof(cnd_t) >= sizeof(pthread_cond_t));

namespace {

struct Start
{
    thrd_start_t run;
    void *argument;
};

void *runStart(void *given)
{
    const std::unique_ptr<Start> start(static_cast<Start *>(given));
    return reinterpret_cast<void *>(static_cast<std::intptr_t>(start->run(start->argument)));
}

int answer(int error)
{
    switch (error) {
    case 0: return thrd_success;
    case EBUSY: return thrd_busy;
    case ETIMEDOUT: return thrd_timedout;
    case ENOMEM: return thrd_nomem;
    default: return thrd_error;
    }
}

pthread_mutex_t *mutexOf(mtx_t *mutex)
{
    return reinterpret_cast<pthread_mutex_t *>(mutex);
}

pthread_cond_t *conditionOf(cnd_t *condition)
{
    return reinterpret_cast<pthread_cond_t *>(condition);
}

} // namespace

extern "C" {

int thrd_create(thrd_t *thread, thrd_start_t run, void *argument)
{
    auto start = std::make_unique<Start>(Start{run, argument});
    const int error = pthread_create(thread, nullptr, runStart, start.get());
    if (error == 0)
        (void)start.release(); // the thread's now
    return answer(error);
}

int thrd_join(thrd_t thread, int *result)
{
    void *returned = nullptr;
    const int error = pthread_join(thread, &returned);
    if (result)
        *result = static_cast<int>(reinterpret_cast<std::intptr_t>(returned));
    return answer(error);
}

int mtx_init(mtx_t *mutex, int type)
{
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes,
                              (type & mtx_recursive) != 0 ? PTHREAD_MUTEX_RECURSIVE : PTHREAD_MUTEX_NORMAL);
    const int error = pthread_mutex_init(mutexOf(mutex), &attributes);
    pthread_mutexattr_destroy(&attributes);
    return answer(error);
}

void mtx_destroy(mtx_t *mutex)
{
    pthread_mutex_destroy(mutexOf(mutex));
}

int mtx_lock(mtx_t *mutex)
{
    return answer(pthread_mutex_lock(mutexOf(mutex)));
}

int mtx_unlock(mtx_t *mutex)
{
    return answer(pthread_mutex_unlock(mutexOf(mutex)));
}

int cnd_init(cnd_t *condition)
{
    return answer(pthread_cond_init(conditionOf(condition), nullptr));
}

void cnd_destroy(cnd_t *condition)
{
    pthread_cond_destroy(conditionOf(condition));
}

int cnd_signal(cnd_t *condition)
{
    return answer(pthread_cond_signal(conditionOf(condition)));
}

int cnd_broadcast(cnd_t *condition)
{
    return answer(pthread_cond_broadcast(conditionOf(condition)));
}

int cnd_wait(cnd_t *condition, mtx_t *mutex)
{
    return answer(pthread_cond_wait(conditionOf(condition), mutexOf(mutex)));
}

int cnd_timedwait(cnd_t *condition, mtx_t *mutex, const timespec *until)
{
    return answer(pthread_cond_timedwait(conditionOf(condition), mutexOf(mutex), until));
}

} // extern "C"
