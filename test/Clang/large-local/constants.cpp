// A constexpr variable is automatic as well: a function that names it copies it
// to its frame, unless it is static.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

void use(const void *);

struct Table {
  int Rows[512];
  constexpr int get(int Index) const { return Rows[Index]; }
};

int indexed(int Index) {
  constexpr int Values[512] = {1, 2, 3};
  // expected-warning@-1 {{local variable 'Values' of type 'const int[512]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{make it static: a constant needs no copy on the stack for every call}}
  return Values[Index];
}

int called(int Index) {
  constexpr Table Values = {{1, 2, 3}};
  // expected-warning@-1 {{local variable 'Values' of type 'const Table' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{make it static: a constant needs no copy on the stack for every call}}
  return Values.get(Index);
}

int silentStatic(int Index) {
  static constexpr int Values[512] = {1, 2, 3};
  return Values[Index];
}

// The compiler alone asks for these.
int silentCompileTime() {
  constexpr Table Values = {{1, 2, 3}};
  static_assert(Values.get(1) == 2);
  return sizeof(Values);
}

template <int N> struct Number {};
void silentTemplateArgument() {
  constexpr Table Values = {{1, 2, 3}};
  Number<Values.get(2)> *N = nullptr;
  use(N);
}

// const without constexpr is a variable like any other.
int constant(int Index) {
  const Table Values = {{1, 2, 3}};
  // expected-warning@-1 {{local variable 'Values' of type 'const Table' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  return Values.Rows[Index];
}
