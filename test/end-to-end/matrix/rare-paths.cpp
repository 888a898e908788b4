// Rare paths that become functions: what goes in and comes out, how they are
// left, and what they are nested in. The program takes all of them.

// RUN: %compare "0v 2v 3" %clangxx -std=c++17 %s | FileCheck %s
// RUN: nm %t.O2 | FileCheck %s --check-prefix=SYMBOLS
// RUN: %compare "2" %clangxx -std=c++17 %s -- \
// RUN:   -fsanitize=address,undefined -fno-sanitize-recover=all
// RUN: %compare "2" %clangxx -std=c++17 -g -ffunction-sections \
// RUN:   -fstack-protector-all %s

// SYMBOLS-DAG: goesOn{{.*}}.cold
// SYMBOLS-DAG: values{{.*}}.cold
// SYMBOLS-DAG: rounds{{.*}}.cold
// SYMBOLS-DAG: leavesByException{{.*}}.cold
// SYMBOLS-DAG: neverThrows{{.*}}.cold
// SYMBOLS-DAG: inlineShared{{.*}}.cold

#include "Inputs/buffer.h"
#include <stdarg.h>

#define RARELY(condition) __builtin_expect(!!(condition), 0)

static int Live;

namespace {
struct Guard {
  explicit Guard(int Id) : Id(Id) { ++Live; }
  ~Guard() { --Live, printf("~%d ", Id); }
  int Id;
};
} // namespace

NOINLINE static int step(int X) {
  __asm__ volatile("" : "+r"(X));
  return X;
}

NOINLINE static int mayThrow(int X) {
  if (step(X) % 2)
    throw X;
  return X;
}

NOINLINE static int goesOn(int X) {
  int Y = step(X);
  if (RARELY(Y > 2)) {
    char Text[200];
    printf("%d ", USE(Text, X));
  }
  return Y * 3 + X;
}

// Several values of several types come out, one of them through a phi.
NOINLINE static double values(int X, double D, const char *Name) {
  int A = step(X), B = step(X + 1);
  double E = D;
  unsigned char C = 'a';
  const char *Found = Name;
  if (RARELY(A > 2)) {
    char Text[300];
    B = USE(Text, A);
    E = D * B;
    C = (unsigned char)Text[7];
    Found = B % 2 ? Name + 1 : Name;
  }
  printf("%s %d %d ", Found, B, C);
  return E + A;
}

// The object of a round is not that of the round before.
NOINLINE static int rounds(int N) {
  int Sum = 0;
  for (int I = 0; I < N; ++I) {
    if (RARELY(step(I) % 5 == 3)) {
      char Text[100], More[150];
      fill(Text, sizeof Text, I);
      fill(More, sizeof More, Sum);
      if (step(I) == 8)
        continue;
      Sum += sum(Text, sizeof Text) + sum(More, sizeof More);
      if (step(I) == 13)
        break;
    }
    Sum += step(I);
  }
  return Sum;
}

// The object of a round is that of the round before.
NOINLINE static int sameInRounds(int N) {
  char Text[100];
  int Sum = 0, Filled = 0;
  for (int I = 0; I < N; ++I) {
    if (RARELY(step(I) % 5 == 3)) {
      if (!Filled++)
        fill(Text, sizeof Text, I);
      Text[I] ^= 1;
      Sum += sum(Text, sizeof Text);
    }
    Sum += step(I);
  }
  return Sum;
}

NOINLINE static int leavesByException(int X) {
  if (RARELY(step(X) > 2)) {
    char Text[200];
    fill(Text, sizeof Text, X);
    mayThrow(X);
    return sum(Text, sizeof Text);
  }
  return X;
}

// Destructors on the path, and around it.
NOINLINE static int destroys(int X) {
  Guard Outer(1);
  int Y = step(X);
  if (RARELY(Y > 2)) {
    char Text[200];
    Guard Inner(2);
    fill(Text, sizeof Text, X);
    Y += mayThrow(X) + sum(Text, sizeof Text);
  }
  return Y;
}

// The whole catch is on the path, which stays: LLVM cannot move the test of a
// type.
NOINLINE static int catches(int X) {
  int Y = step(X);
  if (RARELY(Y > 2)) {
    char Text[200];
    fill(Text, sizeof Text, X);
    try {
      Y += mayThrow(X);
    } catch (int Thrown) {
      Y -= Thrown + sum(Text, sizeof Text);
    }
  }
  return Y;
}

// The path is a handler, and passes on what it has caught.
NOINLINE static int handles(int X) {
  int Y = 0;
  try {
    Y = mayThrow(X);
  } catch (int Thrown) {
    char Text[200];
    Y = Thrown + USE(Text, X);
    if (RARELY(Thrown > 6))
      throw;
  }
  return Y;
}

NOINLINE static int neverThrows(int X) noexcept {
  int Y = step(X);
  if (RARELY(Y > 2)) {
    char Text[200];
    fill(Text, sizeof Text, X);
    try {
      mayThrow(X);
    } catch (...) {
      Y = sum(Text, sizeof Text);
    }
  }
  return Y;
}

// Two objects, of which one outlives the other.
NOINLINE static int nested(int X) {
  int Y = step(X);
  if (RARELY(Y > 2)) {
    char Outer[200];
    fill(Outer, sizeof Outer, X);
    {
      char Inner[300];
      Y += USE(Inner, Y);
    }
    Y += sum(Outer, sizeof Outer);
  }
  return Y;
}

// Others know the object's address, and use it before it dies.
static char *Known;
NOINLINE static int useKnown() { return Known ? Known[3] : 0; }
NOINLINE static int publishes(int X) {
  int Y = step(X);
  if (RARELY(Y > 2)) {
    char Text[200];
    fill(Text, sizeof Text, X);
    Known = Text;
    Y += useKnown();
    Known = nullptr;
  }
  return Y + useKnown();
}

// Objects of the rest are used on the path, and stay where they are.
NOINLINE static int sharesFrame(int X) {
  int Count[4] = {X, 1, 2, 3};
  auto Add = [&](int N) { Count[N & 3] += N; };
  step(Count[X & 3]);
  if (RARELY(step(X) > 2)) {
    char Text[200];
    Add(USE(Text, X));
    __asm__ volatile("" ::"r"(Count) : "memory");
  }
  return Count[0] + Count[1] + Count[2] + Count[3];
}

NOINLINE static int recurses(int X) {
  int Y = step(X);
  if (RARELY(Y % 3 == 0 && Y > 0)) {
    char Text[200];
    fill(Text, sizeof Text, X);
    Y += recurses(X - 1) + sum(Text, sizeof Text);
  } else if (Y > 0) {
    Y += recurses(X - 1);
  }
  return Y & 0xffff;
}

NOINLINE static int variadic(int X, ...) {
  va_list Arguments;
  va_start(Arguments, X);
  int Y = va_arg(Arguments, int);
  if (RARELY(step(X) > 2)) {
    char Text[200];
    Y += USE(Text, Y);
  }
  Y += va_arg(Arguments, int);
  va_end(Arguments);
  return Y;
}

// In a section group, which other units have, too.
inline NOINLINE int inlineShared(int X) {
  int Y = step(X);
  if (RARELY(Y > 2)) {
    char Text[200];
    Y += USE(Text, X);
  }
  return Y + X;
}

template <typename BodyT> static void run(const char *Name, BodyT Body) {
  printf("%s: ", Name);
  static const int Given[] = {1, 2, 3, 4, 7, 8};
  for (int X : Given) {
    try {
      printf("[%d] ", Body(X));
    } catch (int Thrown) {
      printf("[threw %d] ", Thrown);
    }
  }
  printf("live %d\n", Live);
}

int main() {
  run("goesOn", goesOn);
  run("values", [](int X) { return (int)values(X, 2.5, "name"); });
  run("rounds", [](int X) { return rounds(X * 3); });
  run("sameInRounds", [](int X) { return sameInRounds(X * 3); });
  run("leavesByException", leavesByException);
  run("destroys", destroys);
  run("catches", catches);
  run("handles", handles);
  run("neverThrows", neverThrows);
  run("nested", nested);
  run("publishes", publishes);
  run("sharesFrame", sharesFrame);
  run("recurses", recurses);
  run("variadic", [](int X) { return variadic(X, X + 1, X + 2); });
  run("inlineShared", inlineShared);
  // CHECK: leavesByException: [1] [2] [threw 3] [{{[0-9]+}}] [threw 7]
  // CHECK: destroys: {{.*}}~2 ~1 [threw 3] {{.*}} live 0
  puts("end");
  // CHECK: end
}
