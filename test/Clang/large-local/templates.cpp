// Templates are judged by their instantiations; one place and one size are
// reported once.

// RUN: %clang_cc1 -std=c++17 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

void use(const void *);

template <int N> void sized() {
  char Buffer[N]; // #sized
  use(Buffer);
}
// expected-warning@#sized {{local variable 'Buffer' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
// expected-note@#sized {{use std::vector or std::make_unique}}
// expected-warning@#sized {{local variable 'Buffer' of type 'char[4096]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
// expected-note@#sized {{use std::vector or std::make_unique}}

template <int N, class T> void sameSize() {
  char Buffer[N];
  // expected-warning@-1 {{local variable 'Buffer' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(Buffer);
}

void callers() {
  sized<16>();
  sized<2048>(); // expected-note {{in instantiation of function template specialization 'sized<2048>' requested here}}
  sized<4096>(); // expected-note {{in instantiation of function template specialization 'sized<4096>' requested here}}
  sized<2048>();
  sameSize<2048, int>(); // expected-note {{in instantiation of function template specialization 'sameSize<2048, int>' requested here}}
  sameSize<2048, long>();
}

// Nothing is known of T before it is instantiated.
template <class T> void silentUninstantiated() {
  T Value;
  char Known[4096];
  use(&Value), use(Known);
}

template <class T> struct Holder {
  T Value;
  void method() {
    T Copy = Value;
    // expected-warning@-1 {{local variable 'Copy' of type 'Huge' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Copy);
  }
  void silentUnusedMethod() {
    T Copy = Value;
    use(&Copy);
  }
  friend void befriended(Holder *H) {
    T InFriend = H->Value;
    // expected-warning@-1 {{local variable 'InFriend' of type 'Huge' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InFriend);
  }
};

struct Huge {
  char Data[4096];
};

void useHolder(Holder<Huge> *Large, Holder<int> *Small) {
  Small->method();
  Large->method(); // expected-note {{in instantiation of member function 'Holder<Huge>::method' requested here}}
  befriended(Large); // expected-note {{in instantiation of member function 'befriended' requested here}}
}

template <> struct Holder<char> {
  void method() {
    Huge InSpecialization;
    // expected-warning@-1 {{local variable 'InSpecialization' of type 'Huge' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InSpecialization);
  }
};

template <> void sized<1>() {
  Huge Explicit;
  // expected-warning@-1 {{local variable 'Explicit' of type 'Huge' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&Explicit);
}

template <class T> struct Explicit {
  void method() {
    T Value;
    // expected-warning@-1 {{local variable 'Value' of type 'Huge' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Value);
  }
};
template struct Explicit<Huge>; // expected-note {{in instantiation of member function 'Explicit<Huge>::method' requested here}}
template struct Explicit<int>;
extern template struct Explicit<long[1024]>;

template <class T> void withLocalClass() {
  struct Local { // expected-note {{in instantiation of member function 'withLocalClass()::Local::method' requested here}}
    void method() {
      T Value;
      // expected-warning@-1 {{local variable 'Value' of type 'Huge' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
      // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
      use(&Value);
    }
  };
  Local().method();
}
void useLocalClass() { withLocalClass<Huge>(); }

template <class T> void withLambda() {
  auto Lambda = [] {
    T Value;
    // expected-warning@-1 {{local variable 'Value' of type 'Huge' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Value);
  };
  Lambda();
}
void useLambda() {
  withLambda<Huge>(); // expected-note {{in instantiation of function template specialization 'withLambda<Huge>' requested here}}
}
