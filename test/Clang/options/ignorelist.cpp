// What the user's ignore list names is not reported: functions by their mangled
// names, variables, files; under the name of a diagnostic, or for all.

// RUN: rm -rf %t && split-file %s %t
// RUN: %clang_cc1 -emit-llvm-only -std=c++17 -verify %t/main.cpp \
// RUN:   -plugin-arg-offstack local=4K -plugin-arg-offstack frame=16K \
// RUN:   -plugin-arg-offstack ignorelist=%t/list
// RUN: %clang_cc1 -emit-llvm-only -std=c++17 -verify=none %t/main.cpp \
// RUN:   -plugin-arg-offstack local=4K -plugin-arg-offstack frame=16K \
// RUN:   -plugin-arg-offstack ignorelist=%t/all

//--- all
mainfile:*main.cpp

//--- list
fun:_Z8everyoneR*
[large-local]
fun:_ZN5ClassC?Ev
var:ignored
src:*header.h
[large-frame]
fun:_Z5framev
var:uncounted
[infinite]
fun:_Z7endlessi
[box]
fun:*

//--- header.h
inline void from_header() {
  char text[8192];
  use(text);
}

//--- main.cpp
// none-no-diagnostics
void use(void *);
#include "header.h"

struct Class {
  Class();
  ~Class();
};

// By its mangled name, for every diagnostic.
int everyone(int &n) {
  char text[8192];
  use(text);
  return everyone(n);
}

// A constructor, by the name of one of its variants; the destructor is not meant.
Class::Class() {
  char text[8192];
  use(text);
}
Class::~Class() {
  char text[8192]; // expected-warning {{local variable 'text'}} expected-note {{}}
  use(text);
}

// One variable and not its neighbour.
void variables() {
  char ignored[8192];
  char flagged[8192]; // expected-warning {{local variable 'flagged'}} expected-note {{}}
  use(ignored);
  use(flagged);
}

// The frame, and not the local.
void frame() {
  char one[4096], two[4096], three[4096], four[4096], five[4096];
  char large[8192]; // expected-warning {{local variable 'large'}} expected-note {{}}
  use(one), use(two), use(three), use(four), use(five), use(large);
}

// A variable that is not counted.
void counted() {
  char one[4096], two[4096], three[4096], four[4096], uncounted[4096];
  use(one), use(two), use(three), use(four), use(uncounted);
}

// Recursion, and not its neighbour.
int endless(int n) { return endless(n); }
int reported(int n) { return reported(n); } // expected-warning {{every path through 'reported' calls it again}}

void calls() { from_header(); }
