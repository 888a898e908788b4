// A cycle that passes through a system header is shown from the user's part of it.
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -isystem %S/Inputs -verify
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -isystem %S/Inputs -verify \
// RUN:   -mconstructor-aliases -O2
#include <callback.h>

struct Again {
  void operator()() {
    // expected-warning@+2 {{every path through 'operator()' leads back to it}}
    // expected-note@+1 {{'operator()' calls 'invoke<Again>' here}}
    invoke(*this);
    // expected-note@callback.h:2 {{'invoke<Again>' calls 'operator()' here}}
  }
};

struct Once {
  bool done;
  void operator()() {
    if (!done)
      invoke(Once{true});
  }
};

void start() {
  invoke(Again());
  invoke(Once{false});
}
