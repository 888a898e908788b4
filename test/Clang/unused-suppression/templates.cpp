// Of a template, one instance that needs an attribute is enough.

// RUN: %clang_cc1 -std=c++17 -emit-obj -o /dev/null %s -verify \
// RUN:   -plugin-arg-offstack stack=1M -Wno-frame-larger-than \
// RUN:   -Rpass-analysis=offstack-suppressions

void use(void *);

template <int N> void needed() {
  [[offstack::keep("why")]] char text[N];
  use(text);
}
template void needed<8>();
template void needed<20000>();

template <int N> void unneeded() {
  [[offstack::keep("why")]] char text[N]; // expected-remark {{'offstack::keep' of 'text' is unused}}
  use(text);
}
template void unneeded<8>();
template void unneeded<9>();

// Nothing is known of one that nobody asks for.
template <int N> void never() {
  [[offstack::keep("why")]] char text[N];
  use(text);
}

template <int N> [[offstack::max_depth(9)]] int down(int n) {
  return N < 0 ? 0 : n > 0 ? 1 + down<N>(n - 1) : 0;
}
template int down<1>(int);

template <int N> [[offstack::max_depth(9)]] int straight(int n) { // expected-remark {{'offstack::max_depth' of 'straight' is unused}}
  return n + N;
}
template int straight<1>(int);
template int straight<2>(int);

// Lambdas are functions of their own.
void around() {
  auto Lambda = [] {
    [[offstack::keep("why")]] char small[8]; // expected-remark {{'offstack::keep' of 'small' is unused}}
    [[offstack::keep("why")]] char large[20000];
    use(small), use(large);
  };
  Lambda();
}
