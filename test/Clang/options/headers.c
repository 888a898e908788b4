// System headers are silent, by path and by pragma, unless -Wsystem-headers is
// given; other headers are not, and their pragmas end where they say.

// RUN: rm -rf %t && split-file %s %t
// RUN: %clang_cc1 -fsyntax-only %t/main.c -isystem %t/system -I %t/user \
// RUN:   -plugin-arg-offstack local=1K 2>&1 | FileCheck %s
// RUN: %clang_cc1 -fsyntax-only %t/main.c -isystem %t/system -I %t/user \
// RUN:   -Wsystem-headers -plugin-arg-offstack local=1K 2>&1 \
// RUN:   | FileCheck %s --check-prefix=SYSTEM
// CHECK-NOT: local variable 'silent
// CHECK: user.h:{{.*}}: warning: local variable 'in_user_header'
// CHECK: main.c:{{.*}}: warning: local variable 'in_main'
// CHECK: 2 warnings generated.
// SYSTEM-DAG: local variable 'silent_by_path'
// SYSTEM-DAG: local variable 'silent_by_pragma'

//--- system/system.h
static inline void by_path(void) { char silent_by_path[2048]; }
//--- user/marked.h
#pragma GCC system_header
static inline void by_pragma(void) { char silent_by_pragma[2048]; }
//--- user/user.h
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
static inline void ignored(void) { char silent_ignored[2048]; }
#pragma clang diagnostic pop
static inline void user(void) { char in_user_header[2048]; }
//--- main.c
#include <system.h>
#include "marked.h"
#include "user.h"
void f(void) { char in_main[2048]; }
