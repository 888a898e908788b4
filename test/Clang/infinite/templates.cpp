// Templates are looked at as they are instantiated, and shown where they are
// written: once, however many instances there are.
// RUN: %clang_cc1 -plugin-arg-offstack disable=no-progress -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack disable=no-progress -emit-obj -o /dev/null -O2 %s -verify

template <class T> int instantiated(T t) {
  return instantiated(t) + 1; // expected-warning {{every path through 'instantiated<int>' calls it again: the recursion never ends (offstack-infinite)}}
}
int instances() { return instantiated(1) + instantiated(2L); }

template <class T> int not_instantiated(T t) { return not_instantiated(t); }

// Each instance calls another one.
template <int N> int counts() { return counts<N - 1>() + 1; }
template <> int counts<0>() { return 0; }
int counted() { return counts<5>(); }

// Only one of the instances has a way out.
template <bool Ends> int sometimes(int n) {
  if (Ends && n == 0)
    return 0;
  return sometimes<Ends>(n - 1); // expected-warning {{every path through 'sometimes<false>' calls it again}}
}
int both() { return sometimes<true>(1) + sometimes<false>(1); }

template <class T> struct Holder {
  T value;
  int size() const {
    return size(); // expected-warning {{every path through 'size' calls it again}}
  }
  int unused() const { return unused(); }
  ~Holder() {
    Holder again; // expected-warning {{every path through '~Holder' calls it again}}
  }
};
int held(Holder<int> &h) {
  Holder<char> c;
  return h.size() + c.size();
}

template <class T> T ping(T);
template <class T> T pong(T t) {
  // expected-note@+1 {{'pong<int>' calls 'ping<int>' here}}
  return ping(t);
}
template <class T> T ping(T t) {
  // expected-warning@+2 {{every path through 'ping<int>' leads back to it}}
  // expected-note@+1 {{'ping<int>' calls 'pong<int>' here}}
  return pong(t);
}
int table_tennis() { return ping(1); }
