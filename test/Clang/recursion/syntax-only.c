// With -fsyntax-only, code is generated for recursion alone, and only where the
// source has a cycle of calls. Nothing else is to be noticed of that.

// RUN: rm -rf %t
// RUN: split-file %s %t
// RUN: cd %t

// What the code generator finds wrong is no concern of -fsyntax-only. The code
// is not the one that was written then, and nothing is said of it.
// RUN: not %clang_cc1 -emit-obj -o /dev/null target.c 2>&1 | FileCheck %s --check-prefix=TARGET
// RUN: %clang_cc1 -fsyntax-only target.c 2>&1 | count 0
// RUN: not %clang_cc1 -emit-obj -o /dev/null same-name.c 2>&1 | FileCheck %s --check-prefix=NAME
// RUN: %clang_cc1 -fsyntax-only same-name.c 2>&1 | count 0
// TARGET: error: always_inline function 'add' requires target feature 'avx'
// NAME: error: definition with same mangled name 'same' as another definition

// An error in the source: no code.
// RUN: %clang_cc1 -fsyntax-only -verify error.c
// RUN: %clang_cc1 -emit-obj -o /dev/null -verify error.c

// Each finding once, and as an error if that is asked for.
// RUN: not %clang_cc1 -fsyntax-only -Werror endless.c 2>&1 | FileCheck %s --check-prefix=ERROR --implicit-check-not=error:
// ERROR: endless.c:1:29: error: every path through 'endless' calls it again: the recursion never ends (offstack-infinite) [-Werror,-Winfinite-recursion]
// ERROR: 1 error generated.

// Off is off, as when code is generated.
// RUN: %clang_cc1 -fsyntax-only -w endless.c 2>&1 | count 0
// RUN: %clang_cc1 -fsyntax-only -Wno-infinite-recursion endless.c 2>&1 | count 0
// RUN: %clang_cc1 -fsyntax-only -plugin-arg-offstack disable=infinite endless.c 2>&1 | count 0
// RUN: %clang_cc1 -fsyntax-only -skip-function-bodies endless.c 2>&1 | count 0

// Nor where clang does something else than to check.
// RUN: %clang_cc1 -E -o /dev/null endless.c 2>&1 | count 0
// RUN: %clang_cc1 -ast-print endless.c 2>&1 >/dev/null | count 0
// RUN: %clang_cc1 -analyze -analyzer-checker=core -Wno-analyzer-incompatible-plugin endless.c 2>&1 | count 0
// RUN: %clang_cc1 -emit-pch -o endless.pch endless.c 2>&1 | count 0
// RUN: %clang_cc1 -x cuda -fsyntax-only endless.c 2>&1 | count 0

// What comes from a precompiled header is code of the file that includes it.
// RUN: %clang_cc1 -emit-obj -o /dev/null -include-pch endless.pch empty.c 2>&1 | FileCheck %s --check-prefix=PCH
// RUN: %clang_cc1 -fsyntax-only -include-pch endless.pch empty.c 2>&1 | FileCheck %s --check-prefix=PCH
// PCH: endless.c:1:29: warning: every path through 'endless' calls it again

// Pragmas hold where they stand.
// RUN: %clang_cc1 -fsyntax-only -verify pragma.c
// RUN: %clang_cc1 -fsyntax-only -Wno-infinite-recursion -verify pragma-on.c

// A cycle of a system header is not reported, one that leads through it is.
// RUN: %clang_cc1 -fsyntax-only -isystem include -verify header.c
// RUN: %clang_cc1 -emit-obj -o /dev/null -isystem include -verify header.c

// Other targets than the host's, and what instruments code.
// RUN: %clang_cc1 -triple aarch64-linux-gnu -fsyntax-only endless.c 2>&1 | FileCheck %s --check-prefix=PCH
// RUN: %clang_cc1 -triple i686-windows-msvc -fsyntax-only endless.c 2>&1 | FileCheck %s --check-prefix=PCH
// RUN: %clang_cc1 -fsanitize=signed-integer-overflow -fprofile-instrument=clang -fcoverage-mapping -debug-info-kind=standalone -fsyntax-only endless.c 2>&1 | FileCheck %s --check-prefix=PCH

//--- empty.c

//--- endless.c
int endless(int n) { return endless(n - 1); }

//--- error.c
int endless(int n) { return endless(n - 1); }
int g(void) { return unknown; } // expected-error {{use of undeclared identifier 'unknown'}}

//--- target.c
__attribute__((target("avx"), always_inline)) static inline int add(int n) {
  return n;
}
int use(int n) { return add(n); }
int endless(int n) { return endless(n - 1); }

//--- same-name.c
int endless(int n) { return endless(n - 1); }
int one(int n) __asm__("same");
int two(int n) __asm__("same");
int one(int n) { return n; }
int two(int n) { return n; }

//--- pragma.c
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int quiet(int n) { return quiet(n - 1); }
#pragma clang diagnostic pop
int loud(int n) { return loud(n - 1); } // expected-warning {{every path through 'loud'}}

//--- pragma-on.c
int quiet(int n) { return quiet(n - 1); }
#pragma clang diagnostic push
#pragma clang diagnostic warning "-Winfinite-recursion"
int loud(int n) { return n ? loud(n) : 0; } // expected-warning {{the recursion of 'loud' makes no progress}}
#pragma clang diagnostic pop

//--- include/system.h
static int inner(int n) { return inner(n - 1); }
int written(int n);
static int through(int n) { return written(n); } // expected-note {{'through' calls 'written' here}}

//--- header.c
#include <system.h>
int use(int n) { return inner(n); }
int written(int n) { return through(n); } // expected-warning {{every path through 'written' leads back to it}} expected-note {{'written' calls 'through' here}}
