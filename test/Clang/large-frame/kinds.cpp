// Every kind of code has its frame, and its place.
// expected-warning@-1 {{the frame of '__cxx_global_var_init' takes 2024 bytes (1.9 KiB) of stack, over the limit of 1 KiB (offstack-large-frame)}}
// expected-note@-2 {{an object of type 'Part' without a name takes 2000 bytes (1.9 KiB) (99% of the frame)}}
// expected-note@-3 {{2 smaller objects together take 12 bytes (1% of the frame)}}
// expected-note@-4 {{the rest of the frame is spilled registers 12 bytes}}

// RUN: %clang_cc1 -std=c++20 -fblocks -fcxx-exceptions -fexceptions -emit-obj \
// RUN:   -o /dev/null -verify %s -plugin-arg-offstack frame=1K

struct Part {
  Part();
  ~Part();
  char Data[2000];
};
int use(const void *);
Part make();
int take(Part);

struct Class {
  Class() {
    // expected-warning@-1 {{the frame of 'Class' takes 2040 bytes (1.9 KiB) of stack, over the limit of 1 KiB (offstack-large-frame)}}
    // expected-note@-2 {{3 smaller objects together take 20 bytes (1% of the frame)}}
    // expected-note@-3 {{the rest of the frame is padding 12 bytes, spilled registers 8 bytes}}
    Part A;
    // expected-note@-1 {{'A' takes 2000 bytes (1.9 KiB) (98% of the frame)}}
    use(&A);
  }
  void method() {
    // expected-warning@-1 {{the frame of 'method' takes 2040 bytes (1.9 KiB) of stack, over the limit of 1 KiB (offstack-large-frame)}}
    // expected-note@-2 {{3 smaller objects together take 20 bytes (1% of the frame)}}
    // expected-note@-3 {{the rest of the frame is padding 12 bytes, spilled registers 8 bytes}}
    Part A;
    // expected-note@-1 {{'A' takes 2000 bytes (1.9 KiB) (98% of the frame)}}
    use(&A);
  }
};

void emit() { Class().method(); }

auto Lambda = [](int N) {
  // expected-warning@-1 {{the frame of 'operator()' takes 1512 bytes (1.4 KiB) of stack, over the limit of 1 KiB (offstack-large-frame)}}
  // expected-note@-2 {{2 smaller objects together take 12 bytes (1% of the frame)}}
  char A[1500];
  // expected-note@-1 {{'A' takes 1500 bytes (1.4 KiB) (99% of the frame)}}
  return use(A) + N;
};
auto Other = [](int N) {
  // expected-warning@-1 {{the frame of 'operator()' takes 1624 bytes (1.5 KiB) of stack, over the limit of 1 KiB (offstack-large-frame)}}
  // expected-note@-2 {{2 smaller objects together take 12 bytes (1% of the frame)}}
  // expected-note@-3 {{the rest of the frame is padding 12 bytes}}
  char A[1600];
  // expected-note@-1 {{'A' takes 1600 bytes (1.5 KiB) (99% of the frame)}}
  return use(A) + N;
};
int lambdas() { return Lambda(1) + Other(2); }

template <int N> int sized() { // #sized
  // expected-warning@-1 {{the frame of 'sized<3000>' takes 3000 bytes (2.9 KiB) of stack, over the limit of 1 KiB (offstack-large-frame)}}
  char A[N]; // #array
  // expected-note@-1 {{'A' takes 3000 bytes (2.9 KiB) (100% of the frame)}}
  return use(A);
}
int instantiate() {
  return sized<16>() + sized<3000>();
  // expected-note@-1 {{in instantiation of function template specialization 'sized<3000>' requested here}}
}

int block() {
  return ^{
    // expected-warning@-1 {{the frame of this block takes 1416 bytes (1.3 KiB) of stack, over the limit of 1 KiB (offstack-large-frame)}}
    // expected-note@-2 {{2 smaller objects together take 16 bytes (1% of the frame)}}
    char A[1400];
    // expected-note@-1 {{'A' takes 1400 bytes (1.3 KiB) (99% of the frame)}}
    return use(A);
  }();
}

// Nobody wrote the function that initialises it.
int Global = take(make());

int temporary() { return use(&static_cast<const Part &>(make())); }
// expected-warning@-1 {{the frame of 'temporary' takes 2024 bytes (1.9 KiB) of stack, over the limit of 1 KiB (offstack-large-frame)}}
// expected-note@-2 {{an object of type 'Part' without a name takes 2000 bytes (1.9 KiB) (99% of the frame)}}
// expected-note@-3 {{2 smaller objects together take 12 bytes (1% of the frame)}}
// expected-note@-4 {{the rest of the frame is spilled registers 12 bytes}}

int variableAndTemporary() {
  // expected-warning@-1 {{the frame of 'variableAndTemporary' takes 4040 bytes (3.9 KiB) of stack, over the limit of 1 KiB (offstack-large-frame)}}
  // expected-note@-2 {{an object of type 'Part' without a name takes 2000 bytes (1.9 KiB) (50% of the frame)}}
  // expected-note@-3 {{2 smaller objects together take 12 bytes (0% of the frame)}}
  // expected-note@-4 {{the rest of the frame is spilled registers 20 bytes, padding 8 bytes}}
  Part Named;
  // expected-note@-1 {{'Named' takes 2000 bytes (1.9 KiB) (50% of the frame)}}
  return use(&Named) + take(make());
}

int caught() {
  // expected-warning@-1 {{the frame of 'caught' takes 2040 bytes (1.9 KiB) of stack, over the limit of 1 KiB (offstack-large-frame)}}
  // expected-note@-2 {{3 smaller objects together take 16 bytes (1% of the frame)}}
  // expected-note@-3 {{the rest of the frame is spilled registers 16 bytes, padding 8 bytes}}
  try {
    return use(nullptr);
  } catch (Part P) {
    // expected-note@-1 {{'P' takes 2000 bytes (1.9 KiB) (98% of the frame)}}
    return use(&P);
  }
}
