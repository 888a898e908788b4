// Objects of all kinds: what is done with them goes on in their boxes.

// RUN: %compare "0v 2v 3" %clangxx -std=c++20 %s | FileCheck %s
// RUN: %compare "0 2" %clangxx -std=c++20 %s -- \
// RUN:   -fsanitize=address,undefined -fno-sanitize-recover=all

#include "Inputs/buffer.h"
#include <cstdint>
#include <functional>
#include <string>

struct Large {
  int Numbers[50];
  int total() const {
    int Sum = 0;
    for (int N : Numbers)
      Sum = (Sum * 7 + N) & 0xffff;
    return Sum;
  }
};

// Returned through memory of the caller, which is a box.
NOINLINE static Large make(int N) {
  Large Result = {};
  for (int &I : Result.Numbers)
    I = N++;
  return Result;
}

// Copied to the callee by value, and the copy is changed.
NOINLINE static int change(Large Copy) {
  Copy.Numbers[3] = 77;
  return Copy.total();
}

NOINLINE static int byValue(int N) {
  Large Object = make(N);
  int Changed = change(Object);
  Large Other = Object;
  Other.Numbers[0] ^= Changed;
  return Object.total() + Other.total() + change(make(N + 1)) +
         make(N + 2).total();
}

// Alignments above that of malloc: the address says whether they are kept.
template <size_t Alignment> NOINLINE static int aligned(int N) {
  alignas(Alignment) char Buffer[Alignment + 3];
  int Sum = USE(Buffer, N);
  auto Address = reinterpret_cast<uintptr_t>(Buffer);
  return Sum + static_cast<int>(Address % Alignment);
}

// Constants are copied into the object, and the rest is zero.
NOINLINE static int initialised(int N) {
  const int Table[40] = {1, 2, 3, 5, 8, 13, 21, 34};
  char Text[200] = "a text in a large array";
  int Zero[100] = {0};
  char Alike[100] = {};
  Zero[N] = Table[N & 7];
  Text[N] ^= 1;
  return sum(Table, sizeof Table) + sum(Text, sizeof Text) +
         sum(Zero, sizeof Zero) + sum(Alike, sizeof Alike);
}

// A reference makes a temporary live to the end of the scope.
NOINLINE static int extended(int N) {
  const Large &Known = make(N);
  int Sum = Known.total();
  {
    Large &&Inner = make(N + 1);
    Inner.Numbers[0] = Sum;
    Sum += Inner.total();
  }
  const int &Part = make(N + 2).Numbers[5];
  return Sum + Known.total() + Part;
}

// One temporary of two is made.
NOINLINE static int conditional(int N) {
  const Large &Chosen = N % 2 ? make(N) : make(-N);
  return Chosen.total() + (N % 3 ? make(1).total() : 5);
}

// Large captures: by value they are copied, by reference they are shared.
NOINLINE static int lambdas(int N) {
  Large Object = make(N);
  char Buffer[100];
  fill(Buffer, sizeof Buffer, N);
  auto Copies = [Object, Buffer](int I) mutable {
    Object.Numbers[I] += Buffer[I];
    return Object.total();
  };
  auto Shares = [&](int I) { return Object.Numbers[I] += Buffer[I]; };
  std::function<int(int)> Erased = Copies;
  return Copies(1) + Copies(1) + Shares(2) + Object.total() + Erased(3);
}

// Addresses: stable, unequal, and known to others while the object lives.
static const char *Global;
NOINLINE static int lookElsewhere() { return sum(Global, 100); }
NOINLINE static int addresses(int N) {
  char One[100], Two[100];
  struct {
    const char *To;
    char Rest[100];
  } Linked = {Two, {}};
  fill(One, sizeof One, N);
  fill(Two, sizeof Two, N + 1);
  Global = One;
  int Sum = lookElsewhere();
  Global = Linked.To;
  Sum ^= lookElsewhere() + (+One == +Two) + (Linked.To != Two) +
         (One + 100 == One) + (&One[99] - One);
  Global = nullptr;
  return Sum + sum(Linked.Rest, sizeof Linked.Rest);
}

// Fields of a few bits, a union, and an array without elements at the end.
struct Fields {
  unsigned A : 3, B : 17;
  uint64_t C : 50;
  char Rest[80];
  union {
    double Number;
    char Bytes[8];
  };
  int None[0];
};
NOINLINE static int fields(int N) {
  Fields F = {};
  F.A = N;
  F.B = N * 1000;
  F.C = static_cast<uint64_t>(N) << 40;
  F.Number = N;
  fill(F.Rest, sizeof F.Rest, N);
  Fields G = F;
  ++G.A;
  int Empty[0];
  return static_cast<int>(G.A + G.B + (G.C >> 38) + G.Bytes[7] +
                          sum(G.Rest, sizeof G.Rest) + sizeof Empty);
}

NOINLINE static int recursion(int N) {
  char Buffer[100];
  fill(Buffer, sizeof Buffer, N);
  int Below = N < 1 ? 0 : recursion(N - 1) + recursion(N / 2 - 1);
  return (Below + sum(Buffer, sizeof Buffer)) & 0xffff;
}

// Objects with destructors in an expression: they end at its end, in reverse.
struct Named {
  char Text[80];
  explicit Named(const char *Name) { snprintf(Text, sizeof Text, "%s", Name); }
  ~Named() { printf("-%s ", Text); }
  int use(const Named &Other) const { return Text[0] - Other.Text[0]; }
};
NOINLINE static int expression() {
  return Named("a").use(Named("b")) + Named("c").use(Named("d"));
}

// Standard library objects with their own memory, in an array.
NOINLINE static int strings(int N) {
  std::string Strings[5];
  for (int I = 0; I < N; ++I)
    Strings[I % 5] += std::string(I, 'x') + "y";
  int Sum = 0;
  for (const std::string &S : Strings)
    Sum += static_cast<int>(S.size());
  return Sum;
}

// CHECK-COUNT-4: byValue
// CHECK: expression -d -c -b -a -2
int main() {
  for (int N = 1; N < 5; ++N)
    printf("byValue %d aligned %d %d %d %d initialised %d extended %d "
           "conditional %d lambdas %d addresses %d fields %d recursion %d "
           "strings %d\n",
           byValue(N), aligned<32>(N), aligned<64>(N), aligned<4096>(N),
           aligned<65536>(N), initialised(N), extended(N), conditional(N),
           lambdas(N), addresses(N), fields(N), recursion(2 * N), strings(N));
  printf("expression ");
  printf("%d\n", expression());
}
