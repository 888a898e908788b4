// The locals of a coroutine are in its frame on the heap.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K -plugin-arg-offstack frame=2K

namespace std {
template <class R, class...> struct coroutine_traits {
  using promise_type = typename R::promise_type;
};
template <class Promise = void> struct coroutine_handle {
  static coroutine_handle from_address(void *) noexcept;
  operator coroutine_handle<>() const noexcept;
};
template <> struct coroutine_handle<void> {};
} // namespace std

struct Awaitable {
  bool await_ready() noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  void await_resume() noexcept;
};
struct Task {
  struct promise_type {
    Task get_return_object();
    Awaitable initial_suspend();
    Awaitable final_suspend() noexcept;
    void unhandled_exception();
    void return_void();
  };
};
struct Big {
  char Data[4096];
};
void use(const void *);

Task silentCoroutine() {
  Big Local;
  use(&Local);
  co_await Awaitable();
  use(&Local);
}

// A lambda in it is an ordinary function.
Task lambdaInCoroutine() {
  [] {
    Big InLambda;
    // expected-warning@-1 {{local variable 'InLambda' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InLambda);
  }();
  co_return;
}

Task notACoroutine() {
  Big Local;
  // expected-warning@-1 {{local variable 'Local' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&Local);
  return silentCoroutine();
}
