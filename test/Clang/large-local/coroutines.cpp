// What lives on while a coroutine is suspended is in its frame on the heap. What
// comes and goes in between is on the stack, with optimisation and without.

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
struct Ready : Awaitable {
  bool await_resume() noexcept;
};
void take(const Big &, bool);

Task silentCoroutine() {
  Big Local;
  use(&Local);
  co_await Awaitable();
  use(&Local);
}

Big make();

Task scopes() {
  co_await Awaitable();
  {
    Big InScope;
    // expected-warning@-1 {{local variable 'InScope' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InScope);
  }
  {
    Big SilentAcross;
    co_await Awaitable();
    use(&SilentAcross);
  }
  use(make().Data);
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes}}
  for (Big SilentInHead; co_await Ready();)
    use(&SilentInHead);
}

Task silentTemporaryAcross() { take(make(), co_await Ready()); }

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
