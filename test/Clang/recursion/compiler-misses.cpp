// What -Winfinite-recursion of clang and of gcc miss or mistake, by default.
// RUN: %clang_cc1 -std=c++20 -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -std=c++20 -O2 -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -std=c++20 -fsyntax-only %s -verify

int plain(int n) { return plain(n) + 1; } // expected-warning {{every path through 'plain' calls it again}}

int both_branches(int n) {
  if (n > 0)
    return both_branches(n - 1); // expected-warning {{every path through 'both_branches' calls it again}}
  return both_branches(n + 1);
}

// Neither of them sees these.
int unchanged(int n) {
  if (n == 0)
    return 0;
  return unchanged(n) + 1; // expected-warning {{the recursion of 'unchanged' makes no progress: when 'n' is 1, it never ends}}
}
void while_true(int i) {
  while (1) {
    if (i)
      return;
    while_true(i); // expected-warning {{the recursion of 'while_true' makes no progress: when 'i' is 0, it never ends}}
  }
}
void even();
void odd() { even(); } // expected-warning {{every path through 'odd' leads back to it}} expected-note {{'odd' calls 'even' here}}
void even() { odd(); } // expected-note {{'even' calls 'odd' here}}

int tautology(int x) {
  if (x || !x)
    return tautology(x) + 1; // expected-warning {{the recursion of 'tautology' makes no progress}}
  return 0;
}

void forever(int i) {
  for (;;)
    forever(i); // expected-warning {{every path through 'forever' calls it again}}
}

template <class T> T instance(T n) {
  return instance(n) + 1; // expected-warning {{every path through 'instance<int>' calls it again}}
}
int use_instance() { return instance(1); }

template <class T> T instance_with_guard(T n) {
  if (n == 0)
    return 0;
  return instance_with_guard(n) + 1; // expected-warning {{the recursion of 'instance_with_guard<int>' makes no progress}}
}
int use_guard() { return instance_with_guard(1); }

struct Size {
  int size() const { return size(); } // expected-warning {{every path through 'size' calls it again}}
  bool operator==(const Size &Other) const { return *this == Other; } // expected-warning {{every path through 'operator==' calls it again}}
};
bool use(Size a, Size b) { return a == b && a.size(); }

struct Owner {
  ~Owner() { Owner o; } // expected-warning {{every path through '~Owner' calls it again}}
};
void own() { Owner o; }

// A derived class may override it.
struct Base {
  virtual int query();
};
int Base::query() { return query(); }

struct Final final : Base {
  int query() override;
};
int Final::query() { return query(); } // expected-warning {{every path through 'query' calls it again}}

int overload(int n);
int overload(int n, int m) { return overload(n - 1); } // expected-warning {{every path through 'overload' leads back to it}} expected-note {{'overload' calls 'overload' here}}
int overload(int n) { return overload(n, 1); } // expected-note {{'overload' calls 'overload' here}}

// What never runs does not recurse.
int unevaluated(int n) { return sizeof(unevaluated(n)); }
int excluded(int n) {
  if (false)
    return excluded(n);
  return 0;
}
constexpr int at_compile_time(int n) { return n == 0 ? 1 : n * at_compile_time(n - 1); }
static_assert(at_compile_time(5) == 120);
[[noreturn]] void stop();
int stops(int n) {
  stop();
  return stops(n);
}
int replaced(int n) {
  [[clang::musttail]] return replaced(n);
}
