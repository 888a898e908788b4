// Boxes in loops and the ways out of their scopes, forward and backward.

// RUN: %compare "0v 2v 3" %clangxx %s | FileCheck %s
// RUN: %compare "2" %clangxx %s -- \
// RUN:   -fsanitize=address,undefined -fno-sanitize-recover=all

#include "Inputs/buffer.h"

// continue, break and the end of the scope, in two loops.
NOINLINE static int breaks(int N) {
  int Sum = 0;
  for (int I = 0; I < N; ++I) {
    char Outer[100];
    Sum += USE(Outer, I);
    if (I % 3 == 1)
      continue;
    for (int J = 0; J < N; ++J) {
      char Inner[200];
      Sum ^= USE(Inner, I + J);
      if (J == I)
        break;
      if (J % 2)
        continue;
      Sum += sum(Outer, sizeof Outer);
    }
    if (I == 5)
      break;
  }
  return Sum;
}

// Out of two scopes at once.
NOINLINE static int jumpsOut(int N) {
  int Sum = 0;
  for (int I = 0; I < N; ++I) {
    char Outer[100];
    fill(Outer, sizeof Outer, I);
    while (true) {
      char Inner[100];
      Sum += USE(Inner, Sum);
      if (Sum % 5 == 0)
        goto next;
      if (Sum % 7 == 0)
        goto out;
    }
  next:
    Sum += sum(Outer, sizeof Outer);
  }
out:
  return Sum;
}

// Back before the scope, so that the variable starts anew.
NOINLINE static int jumpsBack(int N) {
  int Sum = 0;
again: {
  char Buffer[100];
  Sum += USE(Buffer, N);
  if (--N > 0)
    goto again;
  char Behind[100];
  Sum ^= USE(Behind, Sum);
}
  return Sum;
}

// A return in the middle of a loop in a loop.
NOINLINE static int returns(int N) {
  char Whole[100];
  fill(Whole, sizeof Whole, N);
  for (int I = 0;; ++I)
    for (int J = 0; J < 3; ++J) {
      char Buffer[100];
      if (USE(Buffer, I * J) % 5 == 2 || I == N)
        return I * 10 + J + sum(Buffer, sizeof Buffer);
    }
}

// Scopes that exclude each other, and one that falls into the next.
NOINLINE static int switches(int Kind) {
  int Sum = 0;
  for (int I = 0; I < 4; ++I)
    switch ((Kind + I) % 4) {
    case 0: {
      char Buffer[100];
      Sum += USE(Buffer, Kind);
      break;
    }
    case 1: {
      char Buffer[150];
      Sum += USE(Buffer, Kind);
    }
      [[fallthrough]];
    case 2: {
      char Buffer[200];
      Sum ^= USE(Buffer, Kind);
      if (Sum % 2)
        return Sum;
      continue;
    }
    default:
      break;
    }
  return Sum;
}

// The box is needed on one path of each iteration, and its address is kept
// from one iteration to the end.
NOINLINE static int sometimes(int N) {
  char Buffer[100];
  const char *Known = nullptr;
  int Sum = 0;
  do {
    if (N % 3 == 0) {
      fill(Buffer, sizeof Buffer, N);
      Known = Buffer;
    }
    char Inner[100];
    Sum += USE(Inner, N);
  } while (--N > 0);
  return Known ? Sum + sum(Known, sizeof Buffer) : Sum;
}

// A condition that declares a large variable, and a for that does.
struct Flag {
  char Text[100];
  explicit operator bool() const { return sum(Text, sizeof Text) % 3; }
};
NOINLINE static Flag makeFlag(int N) {
  Flag Result;
  fill(Result.Text, sizeof Result.Text, N);
  return Result;
}
NOINLINE static int conditions(int N) {
  int Count = 0;
  while (Flag F = makeFlag(N++))
    Count += F.Text[0];
  for (Flag F = makeFlag(N); N < 20 && makeFlag(N); ++N)
    Count ^= F.Text[1];
  if (Flag F = makeFlag(Count))
    return Count;
  else
    return -F.Text[2];
}

// CHECK: breaks 0
// CHECK: breaks {{[1-9]}}
int main() {
  for (int N = 0; N < 8; ++N)
    printf("breaks %d jumpsOut %d jumpsBack %d returns %d switches %d "
           "sometimes %d conditions %d\n",
           breaks(N), jumpsOut(N), jumpsBack(N), returns(N), switches(N),
           sometimes(N), conditions(N));
}
