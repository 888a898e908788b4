// A million calls that leave a frame with a box: the stack does not grow and
// the heap does not either.

// RUN: %compare "0 2 3" %clangxx %s -DDEPTH=1000000 | FileCheck %s
// RUN: %compare "0v 2v" %clangxx %s -DDEPTH=1000

#include "Inputs/buffer.h"

static long MostBytes;
NOINLINE static void note(const void *Address) {
  static const char *First = nullptr;
  const char *Here = static_cast<const char *>(Address);
  if (!First)
    First = Here;
  long Bytes = First > Here ? First - Here : Here - First;
  if (Bytes > MostBytes)
    MostBytes = Bytes;
}

// The frame's place shows how deep the stack is.
#define NOTE() note(__builtin_frame_address(0))

NOINLINE static int even(int N, int Sum);
NOINLINE static int odd(int N, int Sum) {
  NOTE();
  char Buffer[100];
  Sum = (Sum + USE(Buffer, N)) & 0xffff;
  [[clang::musttail]] return even(N - 1, Sum);
}
NOINLINE static int even(int N, int Sum) {
  NOTE();
  if (N <= 0)
    return Sum;
  char Buffer[200];
  Sum ^= USE(Buffer, N);
  if (Sum % 3) {
    char Inner[100];
    Sum += USE(Inner, Sum);
    [[clang::musttail]] return odd(N - 1, Sum);
  }
  [[clang::musttail]] return even(N - 2, Sum);
}

// A box that is in the frame of the caller, which stays, goes along.
NOINLINE static int passes(int N, char *Shared, size_t Size) {
  NOTE();
  char Own[100];
  Shared[N % Size] ^= static_cast<char>(USE(Own, N));
  if (N == 0)
    return sum(Shared, Size);
  [[clang::musttail]] return passes(N - 1, Shared, Size);
}

// A temporary with a destructor that ends before the call.
struct Temporary {
  char Text[100];
  explicit Temporary(int N) { fill(Text, sizeof Text, N); }
  ~Temporary() { Text[0] = 0; }
  int get() const { return sum(Text, sizeof Text); }
};
NOINLINE static int temporaries(int N, int Sum) {
  NOTE();
  int Next;
  {
    Temporary T(N);
    Next = (Sum + T.get() + Temporary(Sum).get()) & 0xffff;
  }
  if (N == 0)
    return Next;
  [[clang::musttail]] return temporaries(N - 1, Next);
}

// CHECK: even {{[0-9]+}} passes {{[0-9]+}} temporaries {{[0-9]+}}
// CHECK: stack stays small: 1
int main() {
  char Shared[333];
  fill(Shared, sizeof Shared, 1);
  printf("even %d passes %d temporaries %d\n", even(DEPTH, 0),
         passes(DEPTH, Shared, sizeof Shared), temporaries(DEPTH, 0));
  // The tail calls of a few frames at once, at most.
  printf("stack stays small: %d\n", MostBytes < 64 << 10);
}
