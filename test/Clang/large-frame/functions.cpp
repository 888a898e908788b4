// Every kind of function has its own sum, under its own name.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=2K -plugin-arg-offstack frame=4K

struct Part {
  char Data[2000];
};
int use(const void *);

struct Class {
  Class() {
    // expected-warning@-1 {{the locals of 'Class' take an estimated 6000 bytes (5.8 KiB) of stack together, over the limit of 4 KiB (offstack-large-frame)}}
    Part A, B, C;
    // expected-note@-1 {{'A' takes 2000 bytes (1.9 KiB) (33% of the total)}}
    // expected-note@-2 {{'B' takes 2000 bytes (1.9 KiB) (33% of the total)}}
    // expected-note@-3 {{'C' takes 2000 bytes (1.9 KiB) (33% of the total)}}
    use(&A), use(&B), use(&C);
  }
  void method();
  Part SilentMember[2];
};

void Class::method() {
  // expected-warning@-1 {{the locals of 'method' take an estimated 6000 bytes (5.8 KiB) of stack together, over the limit of 4 KiB (offstack-large-frame)}}
  Part A, B, C;
  // expected-note@-1 {{'A' takes 2000 bytes (1.9 KiB) (33% of the total)}}
  // expected-note@-2 {{'B' takes 2000 bytes (1.9 KiB) (33% of the total)}}
  // expected-note@-3 {{'C' takes 2000 bytes (1.9 KiB) (33% of the total)}}
  use(&A), use(&B), use(&C);
}

// Two for the function, two for the lambda: neither is over the limit.
void silentLambda() {
  Part A, B;
  auto Lambda = [] {
    Part C, D;
    return use(&C) + use(&D);
  };
  use(&A), use(&B), Lambda();
}

void lambda() {
  auto Lambda = [] {
    // expected-warning@-1 {{the locals of 'operator()' take an estimated 6000 bytes (5.8 KiB) of stack together, over the limit of 4 KiB (offstack-large-frame)}}
    Part A, B, C;
    // expected-note@-1 {{'A' takes 2000 bytes (1.9 KiB) (33% of the total)}}
    // expected-note@-2 {{'B' takes 2000 bytes (1.9 KiB) (33% of the total)}}
    // expected-note@-3 {{'C' takes 2000 bytes (1.9 KiB) (33% of the total)}}
    return use(&A) + use(&B) + use(&C);
  };
  Lambda();
}

template <int N> void sized() { // #sized
  char A[N], B[N], C[N]; // #parts
  use(A), use(B), use(C);
}
// expected-warning@#sized {{the locals of 'sized<2000>' take an estimated 6000 bytes (5.8 KiB) of stack together, over the limit of 4 KiB (offstack-large-frame)}}
// expected-note@#parts {{'A' takes 2000 bytes (1.9 KiB) (33% of the total)}}
// expected-note@#parts {{'B' takes 2000 bytes (1.9 KiB) (33% of the total)}}
// expected-note@#parts {{'C' takes 2000 bytes (1.9 KiB) (33% of the total)}}

void instantiate() {
  sized<16>();
  sized<2000>(); // expected-note {{in instantiation of function template specialization 'sized<2000>' requested here}}
  sized<2000>();
}

template <class T> void silentUninstantiated() {
  Part A, B, C;
  use(&A), use(&B), use(&C);
}

// The result is built in the caller's frame.
Part silentNamedReturn() {
  Part Result, A, B;
  use(&Result), use(&A), use(&B);
  return Result;
}

consteval int silentConsteval() {
  Part A = {}, B = {}, C = {};
  return A.Data[0] + B.Data[0] + C.Data[0];
}

// References take the place of a pointer, if any: they are not counted.
void silentReferences(Part *P) {
  Part A, B, &C = P[0], &D = P[1];
  use(&A), use(&B), use(&C), use(&D);
}
