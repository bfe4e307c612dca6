// SPDX-License-Identifier: Apache-2.0
// Found before protobuf's own header, in the tsan preset only. That header gives a map two members more
// when its user is built for ThreadSanitizer; the distribution's library is not, and would take them for
// others.
#undef __SANITIZE_THREAD__
#include_next <google/protobuf/map_field.h>
#define __SANITIZE_THREAD__ 1
