// A lambda's body has a frame of its own, wherever the lambda is written.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

struct Big {
  char Data[4096];
};
int use(const void *);

void inFunction() {
  auto Lambda = [](int Count) {
    Big Inside;
    // expected-warning@-1 {{local variable 'Inside' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    return use(&Inside) + Count;
  };
  Lambda(1);
}

auto Global = [] {
  Big InGlobal;
  // expected-warning@-1 {{local variable 'InGlobal' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&InGlobal);
};

constexpr auto Constant = [](int Count) {
  Big InConstant = {};
  // expected-warning@-1 {{local variable 'InConstant' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  return InConstant.Data[Count];
};

struct Member {
  int Value = [] {
    Big InMember;
    // expected-warning@-1 {{local variable 'InMember' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    return use(&InMember);
  }();
};

int defaulted(int Value = [] {
  Big InDefault;
  // expected-warning@-1 {{local variable 'InDefault' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  return use(&InDefault);
}()) {
  return Value;
}

struct Initialized {
  int Value;
  Initialized() : Value([] {
    Big InInitializer;
    // expected-warning@-1 {{local variable 'InInitializer' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    return use(&InInitializer);
  }()) {}
};

auto Generic = [](auto Value) {
  // expected-warning@-1 {{parameter 'Value' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
  // expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}
  decltype(Value) Copy = Value;
  // expected-warning@-1 {{local variable 'Copy' of type 'decltype(Value)' (aka 'Big') takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&Copy);
};

auto SilentNeverCalled = [](auto Value) {
  Big Copy;
  use(&Copy), use(&Value);
};

void callGeneric(Big *From) {
  Generic(1);
  Generic(From);
}
void instantiateGeneric(const Big &From) {
  Generic.operator()<Big>(From);
}

// What a lambda captures by value is part of the lambda.
void captures(const Big &From) {
  auto Copying = [From] { return From.Data[0]; };
  // expected-warning-re@-1 {{local variable 'Copying' of type '(lambda at {{.*}})' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique}}
  auto Silent = [&From] { return From.Data[0]; };
  Copying(), Silent();
}

void nested() {
  [] {
    [] {
      Big Innermost;
      // expected-warning@-1 {{local variable 'Innermost' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
      // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
      use(&Innermost);
    }();
  }();
}
