// Calls that nobody wrote: they are shown at what causes them.
// RUN: %clang_cc1 -plugin-arg-offstack disable=no-progress -std=c++20 -fcxx-exceptions -fexceptions -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack disable=no-progress -std=c++20 -mconstructor-aliases -emit-obj -O2 -o /dev/null %s -verify

// A destructor that makes a local of its own type.
struct DtorLocal {
  ~DtorLocal();
};
DtorLocal::~DtorLocal() {
  DtorLocal again; // expected-warning {{every path through '~DtorLocal' calls it again: the recursion never ends (offstack-infinite)}}
}

// A list ends where the next is null.
struct List {
  List *next;
  ~List() { delete next; }
};
void deletes(List *l) { delete l; }

// Two destructors, one by a member.
struct Inner {
  ~Inner();
};
struct Outer {
  Inner inner; // expected-note {{'~Outer' calls '~Inner' here}}
  ~Outer() {}
};
Inner::~Inner() {
  // expected-warning@+2 {{every path through '~Inner' leads back to it}}
  // expected-note@+1 {{'~Inner' calls '~Outer' here}}
  Outer outer;
}

// The member's destructor comes to an end.
struct Inner2 {
  int *p;
  ~Inner2();
};
struct Outer2 {
  Inner2 inner;
  ~Outer2() {}
};
Inner2::~Inner2() {
  if (p)
    Outer2 outer;
}

// A constructor that makes a local, one that makes a temporary, one that
// makes a member by an argument.
struct CtorLocal {
  CtorLocal() {
    CtorLocal again; // expected-warning {{every path through 'CtorLocal' calls it again}}
  }
};
struct CtorTemporary {
  int i;
  CtorTemporary(int i) : i(CtorTemporary(i).i) {} // expected-warning {{every path through 'CtorTemporary' calls it again}}
};
struct CtorEnds {
  CtorEnds(int i) {
    if (i > 0)
      CtorEnds again(i - 1);
  }
};
CtorLocal a;
CtorTemporary b(1);
CtorEnds c(1);

// A base class without state, whose constructor is one function in two variants.
struct Virtual {
  Virtual();
};
struct Derived : virtual Virtual {
  Derived();
};
Derived::Derived() {
  Derived again; // expected-warning {{every path through 'Derived' calls it again}}
}

// Operators: one that is meant for the member, and its mended twin.
struct Equal {
  int value;
  bool operator==(const Equal &other) const {
    return *this == other; // expected-warning {{every path through 'operator==' calls it again}}
  }
};
struct EqualMended {
  int value;
  bool operator==(const EqualMended &other) const {
    return value == other.value;
  }
};
bool equal(Equal a, Equal b, EqualMended c, EqualMended d) {
  return a == b && c == d;
}

struct Index {
  int &operator[](int i) const {
    return (*this)[i]; // expected-warning {{every path through 'operator[]' calls it again}}
  }
};
int at(Index i) { return i[1]; }

// A conversion by return type, and a conversion by argument.
struct Convert {
  operator int() const {
    return *this; // expected-warning {{every path through 'operator int' calls it again}}
  }
};
int convert(Convert c) { return c; }
struct Implicit {
  Implicit(int);
};
int size(const Implicit &i) {
  return size(3); // expected-warning {{every path through 'size' calls it again}}
}

// Overloads: the default argument makes it the same one.
int defaulted(int n, int m = 0) {
  return defaulted(n - 1); // expected-warning {{every path through 'defaulted' calls it again}}
}
int overloaded(int n, int m) { return n + m; }
int overloaded(int n) { return overloaded(n - 1, 0); }

// A default argument calls: shown at the call that it completes.
int argument();
int with_argument(int n = argument()) { return n; }
int argument() {
  return with_argument(); // expected-warning {{every path through 'argument' calls it again}}
}

// Virtual functions: a qualified call is direct, any other may go elsewhere.
struct Base {
  virtual void qualified();
  virtual void overridable();
};
void Base::qualified() {
  qualified();
  Base::qualified(); // expected-warning {{every path through 'qualified' calls it again}}
}
void Base::overridable() { overridable(); }
struct Final final : Base {
  void overridable() override;
};
void Final::overridable() {
  overridable(); // expected-warning {{every path through 'overridable' calls it again}}
}
struct CallsBase : Base {
  void overridable() override { Base::overridable(); }
};
CallsBase calls_base;

// Lambdas: among many, the one that calls itself.
auto harmless = [](auto self) -> int { return 0; };
auto lambda = [](auto self) -> int {
  return self(self); // expected-warning {{every path through 'operator()<(lambda at}}
};
int lambdas() { return harmless(harmless) + lambda(lambda); }

// Defining a lambda that calls is not calling.
void defines_lambda() {
  auto later = [] { defines_lambda(); };
  (void)later;
}

// Only the compiler calls it.
consteval int at_compile_time(int n) {
  return n == 0 ? 0 : at_compile_time(n - 1);
}
int constant = at_compile_time(3);
constexpr int compile_time_or_not(int n) {
  return n == 0 ? 0 : compile_time_or_not(n - 1);
}
int not_constant(int n) { return compile_time_or_not(n); }

// Range-for calls begin().
struct Range {
  int *begin() {
    for (int i : *this) // expected-warning {{every path through 'begin' calls it again}}
      return nullptr;
    return nullptr;
  }
  int *end() { return nullptr; }
};
void ranges(Range r) { r.begin(); }

// operator new that allocates; operator delete that deletes ends with null.
struct Allocates {
  void *operator new(unsigned long size) {
    return new Allocates; // expected-warning {{every path through 'operator new' calls it again}}
  }
  void operator delete(void *p) {
    delete static_cast<Allocates *>(p);
  }
};
void allocates() { delete new Allocates; }

// A name by asm label, and one by extern "C".
int labelled(int n) __asm__("another_name");
int labelled(int n) {
  return labelled(n); // expected-warning {{every path through 'labelled' calls it again}}
}
extern "C" int c_function(int n) {
  return c_function(n); // expected-warning {{every path through 'c_function' calls it again}}
}

// Functions whose class or namespace has no name.
namespace {
struct {
  int self(int n) {
    return self(n); // expected-warning {{every path through 'self' calls it again}}
  }
} unnamed;
} // namespace
int uses_unnamed() { return unnamed.self(1); }
