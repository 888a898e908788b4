// Code that only asks for a type or a property does not run.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

// expected-no-diagnostics

namespace std {
class type_info;
}

struct Big {
  char Data[4096];
};
Big make();
void use(const void *);

void silentSizeof() {
  (void)sizeof(Big);
  (void)sizeof(make());
  (void)sizeof([] {
    Big Local;
    use(&Local);
  });
}

void silentAlignof() { (void)alignof(Big); }

void silentDecltype() {
  decltype([] {
    Big Local;
    use(&Local);
  }) *Pointer = nullptr;
  decltype(make()) *Other = nullptr;
  use(Pointer), use(Other);
}

void silentNoexcept() {
  (void)noexcept([] {
    Big Local;
    use(&Local);
  }());
}

void silentTypeid() {
  (void)typeid([] {
    Big Local;
    use(&Local);
  });
}

template <class T> constexpr bool Usable = requires(Big B) {
  [] {
    Big Local;
    use(&Local);
  }();
};

void silentRequires() {
  bool Answer = Usable<int> || requires(Big B) { use(&B); };
  use(&Answer);
}

void silentStaticAssert() {
  static_assert(sizeof(Big) == 4096);
  static_assert([] {
    Big Local = {};
    return Local.Data[0] == 0;
  }());
}

void silentAlias() {
  using Local = Big;
  typedef Big Other[100];
  Local *Pointer = nullptr;
  Other *Array = nullptr;
  use(Pointer), use(Array);
}
