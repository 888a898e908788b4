// With -fsyntax-only code is generated only where the source has a cycle of
// calls. What calls without a name in front of parentheses counts, too. Each
// case is a file of its own, so that none hides what another one misses. In a
// file with many functions, only those on cycles are generated at first.

// RUN: rm -rf %t
// RUN: split-file %s %t
// RUN: bash %S/Inputs/verify-each %t '*.cpp' %clang_cc1 -std=c++20 -fexceptions -fcxx-exceptions
// RUN: bash %S/Inputs/verify-each %t '*.c' %clang_cc1

//--- many.h
#define F(n) static inline int pad##n(int x) { return x; }
#define G(n) F(n##0) F(n##1) F(n##2) F(n##3) F(n##4) F(n##5) F(n##6) F(n##7)
G(10) G(11) G(12) G(13) G(14) G(15) G(16) G(17) G(18) G(19)
G(20) G(21) G(22) G(23) G(24) G(25) G(26) G(27) G(28) G(29)

//--- destructor-of-local.cpp
struct S {
  ~S() { S s; } // expected-warning {{every path through '~S' calls it again}}
};
void use() { S s; }

//--- destructor-of-temporary.cpp
struct S {
  ~S();
  void use() {}
};
S::~S() { S().use(); } // expected-warning {{every path through '~S' calls it again}}

//--- destructor-of-member.cpp
struct Inner {
  ~Inner();
};
struct Outer {
  Inner i; // expected-note {{'~Outer' calls '~Inner' here}}
};
Inner::~Inner() { Outer o; } // expected-warning {{every path through '~Inner' leads back to it}} expected-note {{'~Inner' calls '~Outer' here}}

//--- destructor-of-base.cpp
struct Base {
  ~Base();
};
struct Derived : Base { // expected-note {{'~Derived' calls '~Base' here}}
};
Base::~Base() { Derived d; } // expected-warning {{every path through '~Base' leads back to it}} expected-note {{'~Base' calls '~Derived' here}}

//--- constructor.cpp
struct S {
  S() { S s; } // expected-warning {{every path through 'S' calls it again}}
};
S s;

//--- member-initializer.cpp
int f();
struct S {
  int n = f(); // expected-note {{'S' calls 'f' here}}
};
int f() { return S().n; } // expected-warning {{every path through 'f' leads back to it}} expected-note {{'f' calls 'S' here}}

//--- inherited-constructor.cpp
int f(int n);
struct Base {
  Base(int n) { f(n); } // expected-note {{'Base' calls 'f' here}}
};
struct Derived : Base {
  using Base::Base; // expected-note {{'Base' calls 'Base' here}}
};
int f(int n) { Derived d(n); return 0; } // expected-warning {{every path through 'f' leads back to it}} expected-note {{'f' calls 'Base' here}}

//--- default-argument.cpp
int f(int n);
int g(int n = f(1)) { return n; }
int f(int n) { return g(); } // expected-warning {{every path through 'f' calls it again}}

//--- array-of-objects.cpp
int f();
struct S {
  S() { f(); } // expected-note {{'S' calls 'f' here}}
  S(int) {}
};
int f() { S s[3] = {S(1)}; return 0; } // expected-warning {{every path through 'f' leads back to it}} expected-note {{'f' calls 'S' here}}

//--- operator-new.cpp
using size = decltype(sizeof(0));
struct S {
  void *operator new(size n) { return new S; } // expected-warning {{every path through 'operator new' calls it again}}
};
void *use() { return new S; }

//--- operator-delete.cpp
struct S {
  void operator delete(void *p) { delete static_cast<S *>(p); } // expected-warning {{the recursion of 'operator delete' makes no progress}}
};
void use(S *s) { delete s; }

//--- conversion.cpp
struct S {
  operator int() const { return *this; } // expected-warning {{every path through 'operator int' calls it again}}
};
int use(S s) { return s; }

//--- rewritten-operator.cpp
struct S {
  bool operator==(const S &o) const { return !(*this != o); } // expected-warning {{every path through 'operator==' calls it again}}
};
bool use(S a, S b) { return a == b; }

//--- range-for.cpp
struct List {
  int *begin();
  int *end() { return nullptr; }
};
int *List::begin() { // expected-warning@+1 {{every path through 'begin' calls it again}}
  for (int n : *this)
    return nullptr;
  return nullptr;
}

//--- lambda.cpp
void hand_on(void *);
void start() {
  auto again = [](auto &self, int n) -> int { return self(self, n) + 1; }; // expected-warning {{every path through 'operator()<}}
  hand_on(reinterpret_cast<void *>(+[](int n) -> int { return n; }));
  again(again, 1);
}

//--- lambda-not-called.cpp
int f(int n);
auto kept = [](int n) { return f(n); }; // expected-note {{'operator()' calls 'f' here}}
int f(int n) { return kept(n); } // expected-warning {{every path through 'f' leads back to it}} expected-note {{'f' calls 'operator()' here}}

//--- final-method.cpp
struct Base {
  virtual int query();
};
struct Leaf final : Base {
  int query() override;
};
int Leaf::query() { return query(); } // expected-warning {{every path through 'query' calls it again}}

//--- qualified-method.cpp
struct Base {
  virtual int query();
};
int Base::query() { return Base::query(); } // expected-warning {{every path through 'query' calls it again}}

//--- constant-pointer.cpp
int f(int n);
constexpr int (*Again)(int) = f;
int f(int n) { return Again(n); } // expected-warning {{every path through 'f' calls it again}}

//--- template-argument.cpp
template <int (*Next)(int)> int call(int n) { return Next(n); } // expected-note {{'call<&f>' calls 'f' here}}
int f(int n) { return call<f>(n); } // expected-warning {{every path through 'f' leads back to it}} expected-note {{'f' calls 'call<&f>' here}}

//--- thrown.cpp
struct S {
  S();
};
S::S() { throw S(); } // expected-warning {{every path through 'S' calls it again}}

//--- caught.cpp
struct S {
  S(const S &);
  ~S();
};
void throws();
S::~S() { S(*this); } // expected-warning {{every path through '~S' calls it again}}

//--- local-class.cpp
int f() {
  struct Local {
    int g() { return f(); } // expected-note {{'g' calls 'f' here}}
  };
  return Local().g(); // expected-warning {{every path through 'f' leads back to it}} expected-note {{'f' calls 'g' here}}
}

//--- friend.cpp
struct S {
  friend int again(S s) { return again(s); } // expected-warning {{every path through 'again' calls it again}}
};
int use(S s) { return again(s); }

//--- statement-expression.cpp
int f(int n) { return ({ int m = n; f(m); }); } // expected-warning {{every path through 'f' calls it again}}

//--- captured.cpp
int f(int n) { // expected-warning {{every path through 'f' calls it again}}
#pragma clang __debug captured
  { f(n); }
  return n;
}

//--- structured-binding.cpp
namespace std {
template <class T> struct tuple_size;
template <decltype(sizeof(0)) I, class T> struct tuple_element;
} // namespace std
struct Pair {};
template <> struct std::tuple_size<Pair> { static constexpr int value = 1; };
template <> struct std::tuple_element<0, Pair> { using type = int; };
int f();
template <int I> int get(Pair p) { return f(); } // expected-note {{'get<0>' calls 'f' here}}
int f() { auto [a] = Pair(); return a; } // expected-warning {{every path through 'f' leads back to it}} expected-note {{'f' calls 'get<0>' here}}

//--- generic.c
int f(int n) { return _Generic(n, int: f, default: 0)(n); } // expected-warning {{every path through 'f' calls it again}}

//--- cast.c
int f(int n) { return ((int (*)(long))f)(n); } // expected-warning {{every path through 'f' calls it again}}

//--- cleanup.c
void f(int *p) {
  __attribute__((cleanup(f))) int n = 0; // expected-warning {{every path through 'f' calls it again}}
}

//--- array-size.c
int f(int n) { // expected-warning {{every path through 'f' calls it again}}
  int a[f(n)];
  return sizeof(a);
}

//--- builtin.c
typedef __SIZE_TYPE__ size_t;
size_t strlen(const char *s) { return __builtin_strlen(s); } // expected-warning {{every path through 'strlen' calls it again}}

//--- alias.c
int target(int n);
extern int other(int n) __attribute__((alias("target")));
int target(int n) { return other(n); } // expected-warning {{every path through 'target' calls it again}}

//--- label.c
int other(int n) __asm__("f");
int f(int n) { return other(n); } // expected-warning {{every path through 'f' calls it again}}

//--- other-functions.c
// What a function on the cycle calls may end it, or not.
// expected-no-diagnostics
void exit(int);
static void stop(int n) { exit(n); }
int f(int n) {
  stop(n);
  return f(n);
}

//--- harmless-function.c
static int count;
static void note(void) { count++; }
int f(int n) {
  note();
  return n ? f(n) : 0; // expected-warning {{the recursion of 'f' makes no progress}}
}

//--- trees.c
// expected-no-diagnostics
struct tree { struct tree *left, *right; int depth; };
int size(struct tree *t) { return t ? 1 + size(t->left) + size(t->right) : 0; }
int count(int n) { return n <= 0 ? 0 : count(n - 1); }
