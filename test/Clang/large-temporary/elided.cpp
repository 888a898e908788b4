// Values that are built where they are to stay need no object of their own.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify %s \
// RUN:   -fcxx-exceptions -fexceptions -plugin-arg-offstack local=1K
// RUN: %clang_cc1 -std=c++11 -fsyntax-only -verify %s \
// RUN:   -fcxx-exceptions -fexceptions -plugin-arg-offstack local=1K

struct Big {
  char Data[4096];
  Big();
  Big(const Big &);
  ~Big();
};
struct Plain {
  char Data[4096];
};
Big make();
Plain makePlain();
void use(const void *);

Big silentReturn() { return make(); }
Big silentReturnOfEither(bool Which) { return Which ? make() : Big(); }
Plain silentReturnOfPlain() { return Plain{}; }

void silentNew() {
  use(new Big(make()));
  use(new Plain(makePlain()));
  use(new Plain{});
}

struct Holder {
  Big Member;
  Plain Other;
  Holder() : Member(make()), Other(makePlain()) {}
};

// An exception object is on the heap, and is built there.
void silentThrow() { throw Big(); }
void silentThrowOfResult() { throw makePlain(); }
void silentThrowOfCopy(const Big &From) { throw From; }

// The variable is all that there is.
Big variables() {
  Big First = make();
  // expected-warning@-1 {{local variable 'First' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique}}
  Plain Second = (use(0), makePlain());
  // expected-warning@-1 {{local variable 'Second' of type 'Plain' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique}}
  return use(&Second), First;
}

// Objects that live as long as the program are no part of a frame.
void silentStatic() {
  static const Big &Bound = make();
  static const Plain &Other = Plain{};
  static Big Kept = make();
  use(&Bound), use(&Other), use(&Kept);
}
const Big &SilentGlobal = make();

// The compiler alone has these.
struct Table {
  int Rows[1024];
  constexpr int get(int Index) const { return Rows[Index]; }
};
constexpr Table makeTable() { return Table(); }
constexpr int SilentConstant = makeTable().get(1);
void silentConstants() {
  static constexpr int Local = makeTable().get(1);
  static const int Value = makeTable().get(1);
  static_assert(makeTable().get(1) == 0, "");
  use(&Local), use(&Value);
}

void silentUnevaluated() {
  decltype(make()) *None = nullptr;
  use(None), use((void *)sizeof(make()));
  use((void *)noexcept(make()));
}

void silentDiscarded() {
  if (false)
    make();
}

// A default argument is the caller's.
void silentUncalled(const Big &From = make()) { use(&From); }
