// Classes passed by value, whichever way the ABI passes them.

// RUN: %clang_cc1 -std=c++17 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

struct Plain {
  char Data[2048];
};
struct Copied {
  char Data[2048];
  Copied(const Copied &);
  ~Copied();
};
void use(const void *);

void plain(Plain P) { use(&P); }
// expected-warning@-1 {{parameter 'P' of type 'Plain' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
// expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}

// Passed by an address, and still a copy in the caller's frame.
void copied(Copied C) { use(&C); }
// expected-warning@-1 {{parameter 'C' of type 'Copied' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
// expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}

void unnamed(Plain) {}
// expected-warning@-1 {{parameter without a name of type 'Plain' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
// expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}

void silentReference(const Plain &P) { use(&P); }
void silentRvalueReference(Plain &&P) { use(&P); }
void silentPointer(Plain *P) { use(P); }
void silentDeclared(Plain P);
void silentDeleted(Plain P) = delete;

struct Method {
  void method(Plain P) { use(&P); }
  // expected-warning@-1 {{parameter 'P' of type 'Plain' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
  // expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}
  void silentDefaulted(const Plain &P = Plain()) { use(&P); }
};

template <class T> void generic(T Value) { use(&Value); }
// expected-warning@-1 {{parameter 'Value' of type 'Plain' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
// expected-note@-2 {{pass it by reference: the caller copies it to the stack for every call}}

void call(Plain &P) {
  generic<Plain>(P); // expected-note {{in instantiation of function template specialization 'generic<Plain>' requested here}}
  generic<Plain &>(P);
  generic<int>(1);
}
