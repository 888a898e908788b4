// Coroutines: objects that live across a suspension are in the coroutine's
// frame, which is on the heap already; those in between are boxed in the parts
// that it is split into, and so are those of the functions that call it.

// RUN: %compare "0v 2v 3" %clangxx -std=c++20 %s | FileCheck %s
// RUN: %compare "0 2" %clangxx -std=c++20 %s -- \
// RUN:   -fsanitize=address,undefined -fno-sanitize-recover=all

#include "Inputs/buffer.h"
#include <coroutine>
#include <exception>
#include <utility>

struct Generator {
  struct promise_type {
    int Value = 0;
    std::exception_ptr Error;
    Generator get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int Next) {
      char Buffer[100];
      Value = Next + USE(Buffer, Next);
      return {};
    }
    void return_void() {}
    void unhandled_exception() { Error = std::current_exception(); }
  };

  std::coroutine_handle<promise_type> Handle;
  Generator(std::coroutine_handle<promise_type> Handle) : Handle(Handle) {}
  Generator(Generator &&Other) : Handle(std::exchange(Other.Handle, {})) {}
  ~Generator() {
    if (Handle)
      Handle.destroy();
  }
  bool next() {
    Handle.resume();
    if (Handle.promise().Error)
      std::rethrow_exception(std::exchange(Handle.promise().Error, {}));
    return !Handle.done();
  }
};

struct Tracer {
  const char *Name;
  ~Tracer() {
    char Buffer[100];
    printf("-%s(%d) ", Name, USE(Buffer, Name[0]));
  }
};

// One buffer across the suspensions, one between them, one that is there on
// one path only.
static Generator generate(int N) {
  char Across[300];
  fill(Across, sizeof Across, N);
  Tracer T{"generate"};
  for (int I = 0; I < N; ++I) {
    int Sum = 0;
    {
      char Between[200];
      Sum = USE(Between, I);
    }
    if (I % 2) {
      char Sometimes[100];
      Sum ^= USE(Sometimes, I);
    }
    co_yield Sum + Across[I];
    if (I == 5)
      throw I;
  }
}

// A coroutine in a coroutine, with a large argument that is copied.
struct Large {
  char Text[400];
};
static Generator outer(Large Argument, int N) {
  Tracer T{"outer"};
  Generator Inner = generate(N);
  while (Inner.next()) {
    char Buffer[100];
    co_yield USE(Buffer, Inner.Handle.promise().Value) +
        sum(Argument.Text, sizeof Argument.Text);
  }
}

// Runs until the end, the exception, or half the way.
NOINLINE static int drain(Generator G, int Limit) {
  char Buffer[100];
  int Sum = USE(Buffer, Limit);
  while (Limit-- > 0 && G.next())
    Sum = (Sum * 3 + G.Handle.promise().Value) & 0xffff;
  return Sum;
}

NOINLINE static Large makeLarge(int Value) {
  Large Result;
  fill(Result.Text, sizeof Result.Text, Value);
  return Result;
}

// CHECK:      to the end: -generate
// CHECK-NEXT: early: {{[0-9]+}}
// CHECK-NEXT: -generate({{[0-9]+}}) thrown: -generate({{[0-9]+}}) int 5
// CHECK-NEXT: nested: -generate({{[0-9]+}}) -outer({{[0-9]+}})
// CHECK-NEXT: nested early: {{[0-9]+}}
// CHECK-NEXT: -generate({{[0-9]+}}) -outer({{[0-9]+}}) never started:
int main() {
  printf("to the end: ");
  printf("%d\n", drain(generate(4), 100));
  printf("early: ");
  printf("%d\n", drain(generate(4), 2));
  printf("thrown: ");
  try {
    printf("%d\n", drain(generate(9), 100));
  } catch (int Number) {
    printf("int %d\n", Number);
  }
  printf("nested: ");
  printf("%d\n", drain(outer(makeLarge(3), 4), 100));
  printf("nested early: ");
  printf("%d\n", drain(outer(makeLarge(3), 4), 3));
  printf("never started: ");
  printf("%d\n", drain(outer(makeLarge(3), 4), 0));
}
