// The example of docs/diagnostics/large-temporary.md.

// RUN: %clang_cc1 -fsyntax-only -verify %s

namespace std {
template <class T> struct unique_ptr {
  T *Pointer;
};
template <class T, class Argument> unique_ptr<T> make_unique(Argument &&From) {
  return {new T(static_cast<Argument &&>(From))};
}
} // namespace std

struct Board {
  int Cells[512][512];
};
void play(std::unique_ptr<Board>);

void start() {
  play(std::make_unique<Board>(Board{}));
  // expected-warning@-1 {{temporary of type 'Board' takes 1048576 bytes (1 MiB) of stack, over the limit of 128 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{make it where it is to stay: a temporary is built on the stack first}}
}
