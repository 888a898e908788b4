// The copy of an argument is the caller's. Where the function is defined,
// large-parameter says so at the parameter; where it is not, the first call does.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

struct Big {
  char Data[4096];
  void operator+=(Big);
};
struct Copied {
  char Data[4096];
  Copied(const Copied &);
  ~Copied();
};
Big make();
void declared(Big);
void declaredCopied(Copied, int, Copied);
void variadic(int, ...);
void definedBelow(Big Object);

void calls(const Big &From, const Copied &Other, void (*Pointer)(Big)) {
  declared(From);
  // expected-warning@-1 {{by-value argument of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}
  declared(make());
  declaredCopied(Other, 1, Other);
  // expected-warning@-1 {{by-value argument of type 'Copied' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}
  // expected-warning@-3 {{by-value argument of type 'Copied' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-4 {{pass it by reference: the caller copies it to the stack for every call}}
  definedBelow(From);
  variadic(1, From);
  // expected-warning@-1 {{by-value argument of type 'const Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}
  Pointer(From);
  // expected-warning@-1 {{by-value argument of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}
  Pointer(From);
  // expected-warning@-1 {{by-value argument of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}
}

void definedBelow(Big Object) { declared(Object); }
// expected-warning@-1 {{parameter 'Object' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
// expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}

void operators(Big &To, const Big &From) { To += From; }
// expected-warning@-1 {{by-value argument of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
// expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}

template <class T> void silentGeneric(T) {}
void silentByReference(const Big &From) { silentGeneric<const Big &>(From); }
