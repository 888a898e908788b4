// The bounds of C++.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -Walloca -verify %s -Wno-vla-cxx-extension \
// RUN:   -fcxx-exceptions -fexceptions \
// RUN:   -plugin-arg-offstack local=1K

namespace std {
template <class T> const T &min(const T &Left, const T &Right);
template <class T> const T &max(const T &Left, const T &Right);
template <class T> const T &clamp(const T &Value, const T &Low, const T &High);
} // namespace std

void use(const void *);
void read(int &);
void look(const int &);

void silentMinimum(int N) {
  char A[std::min(N, 64)], B[std::clamp(N, 1, 64)];
  char C[std::max(N & 15, 32)];
  use(A), use(B), use(C);
}
void maximum(int N) {
  char Buffer[std::max(N, 64)];
  // expected-warning@-1 {{nothing limits the size of 'Buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or use std::vector, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(Buffer);
}

void silentThrown(int N) {
  if (N > 64)
    throw 1;
  char Buffer[N];
  use(Buffer);
}

void readByReference() {
  int Size = 16;
  read(Size);
  char Buffer[Size];
  // expected-warning@-1 {{nothing limits the size of 'Buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or use std::vector, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(Buffer);
}
void silentLookedAt(int N) {
  int Size = N & 15;
  look(Size);
  char Buffer[Size];
  use(Buffer);
}

struct Stream {
  int Count;
  void silentMember() {
    if (this->Count > 32)
      return;
    char Buffer[Count];
    use(Buffer);
  }
  void member() {
    char Buffer[Count];
    // expected-warning@-1 {{nothing limits the size of 'Buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
    // expected-note@-2 {{compare the size with a constant first, or use std::vector, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
    use(Buffer);
  }
};

template <class T> void generic(T N) {
  char Buffer[N];
  // expected-warning@-1 {{nothing limits the size of 'Buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or use std::vector, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(Buffer);
}
void instantiate(int N, unsigned char Silent) {
  generic(N);
  // expected-note@-1 {{in instantiation of function template specialization 'generic<int>' requested here}}
  generic(N);
  generic(Silent);
}

template <class T> void silentUninstantiated(T N) {
  char Buffer[N];
  use(Buffer);
}

auto Lambda = [](int N) {
  char Buffer[N];
  // expected-warning@-1 {{nothing limits the size of 'Buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or use std::vector, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(Buffer);
};
