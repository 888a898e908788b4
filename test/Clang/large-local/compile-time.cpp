// A constexpr function that only the compiler runs has no frame. Whether it does
// is known when code is generated; without it, the function may run.

// RUN: %clang_cc1 -std=c++20 -emit-llvm-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K
// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify=parsed %s \
// RUN:   -plugin-arg-offstack local=1K

constexpr int count(int Limit) {
  int Seen[1024] = {}; // #compiler
  for (int I = 0; I < Limit; ++I)
    Seen[I * I % 1024] = 1;
  int Sum = 0;
  for (int One : Seen)
    Sum += One;
  return Sum;
}
// parsed-warning@#compiler {{local variable 'Seen' of type 'int[1024]'}}
// parsed-note@#compiler {{use std::vector or std::make_unique}}
static_assert(count(10) == 10);
constexpr int Known = count(20);
int global = count(30);

constexpr int alsoRuns(int Limit) {
  int Seen[1024] = {}; // #runs
  Seen[Limit] = 1;
  return Seen[0];
}
// expected-warning@#runs {{local variable 'Seen' of type 'int[1024]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
// expected-note@#runs {{use std::vector or std::make_unique}}
// parsed-warning@#runs {{local variable 'Seen' of type 'int[1024]'}}
// parsed-note@#runs {{use std::vector or std::make_unique}}
int run(int Limit) { return alsoRuns(Limit) + Known; }

consteval int silentConsteval(int Limit) {
  int Seen[1024] = {};
  return Seen[Limit];
}
int use() { return silentConsteval(1); }

auto Lambda = [](int Limit) {
  int Seen[1024] = {}; // #lambda
  return Seen[Limit];
};
// expected-warning@#lambda {{local variable 'Seen' of type 'int[1024]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
// expected-note@#lambda {{use std::vector or std::make_unique}}
// parsed-warning@#lambda {{local variable 'Seen' of type 'int[1024]'}}
// parsed-note@#lambda {{use std::vector or std::make_unique}}
