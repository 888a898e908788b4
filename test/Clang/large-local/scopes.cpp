// Every place that can declare a variable.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify %s -fcxx-exceptions \
// RUN:   -fexceptions -plugin-arg-offstack local=1K

struct Big {
  char Data[4096];
  explicit operator bool() const;
  operator int() const;
};
struct Range {
  Big *begin();
  Big *end();
};
void use(const void *);
Big make();

void innerScope() {
  {
    Big InScope;
    // expected-warning@-1 {{local variable 'InScope' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InScope);
  }
}

void loops(Range R, Big (&Array)[4]) {
  for (Big Element : R)
    // expected-warning@-1 {{local variable 'Element' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Element);
  for (auto Element : Array)
    // expected-warning@-1 {{local variable 'Element' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Element);
  for (Big &Silent : R)
    use(&Silent);
  for (const auto &Silent : Array)
    use(&Silent);
  for (Big First; First;)
    // expected-warning@-1 {{local variable 'First' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&First);
}

void conditions() {
  if (Big InIf = make())
    // expected-warning@-1 {{local variable 'InIf' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InIf);
  if (Big InInit; use(&InInit), true)
    // expected-warning@-1 {{local variable 'InInit' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    return;
  while (Big InWhile = make())
    // expected-warning@-1 {{local variable 'InWhile' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InWhile);
  for (; Big InFor = make();)
    // expected-warning@-1 {{local variable 'InFor' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InFor);
  switch (Big InSwitch = make(); int Kind = 1) {
  // expected-warning@-1 {{local variable 'InSwitch' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  default:
    use(&Kind);
    Big InCase;
    // expected-warning@-1 {{local variable 'InCase' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InCase);
  }
  do {
    Big InDo;
    // expected-warning@-1 {{local variable 'InDo' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InDo);
  } while (false);
}

void exceptions() {
  try {
    Big InTry;
    // expected-warning@-1 {{local variable 'InTry' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InTry);
  } catch (Big Caught) {
    // expected-warning@-1 {{local variable 'Caught' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Caught);
  } catch (Range) {
  } catch (...) {
    Big InHandler;
    // expected-warning@-1 {{local variable 'InHandler' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InHandler);
  }
}

void silentCatchReference() {
  try {
    use(nullptr);
  } catch (const Big &Caught) {
    use(&Caught);
  }
}

void functionTry() try {
  use(nullptr);
} catch (Big) {
  // expected-warning@-1 {{local variable without a name of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
}

struct Two {
  Big First;
  int Second;
};

void bindings(const Two &From, Big (&Array)[1]) {
  auto [First, Second] = From;
  // expected-warning@-1 {{local variable '[First, Second]' of type 'Two' takes 4100 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  auto &[Silent, Also] = From;
  auto [Element] = Array;
  // expected-warning@-1 {{local variable '[Element]' of type 'Big[1]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&First), use(&Silent), use(&Element);
}

// Unreachable code of this kind has its place in the frame without
// optimisation.
int afterReturn() {
  return 1;
  Big Local;
  // expected-warning@-1 {{local variable 'Local' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&Local);
}
