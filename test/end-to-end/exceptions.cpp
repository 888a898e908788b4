// Exceptions through frames with boxes: the same output as without, and every
// box freed, as valgrind sees it.

// RUN: %clangxx -O0 %s -o %t.plain
// RUN: %t.plain > %t.expected
// RUN: FileCheck %s < %t.expected
// RUN: %clangxx -O0 %s -o %t.O0 -Rpass=offstack -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-local=1K \
// RUN:   -fplugin-arg-offstack-verify -Wno-frame-larger-than 2> %t.O0.remarks
// RUN: FileCheck %s --check-prefix=REMARK < %t.O0.remarks
// RUN: %valgrind %t.O0 > %t.O0.out
// RUN: diff %t.expected %t.O0.out
// RUN: %clangxx -O2 %s -o %t.O2 -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-local=1K \
// RUN:   -fplugin-arg-offstack-verify -Wno-frame-larger-than
// RUN: %valgrind %t.O2 > %t.O2.out
// RUN: diff %t.expected %t.O2.out

#include <cstdio>
#include <stdexcept>
#include <string>

#define NOINLINE __attribute__((noinline))

struct Tracer {
  const char *Name;
  explicit Tracer(const char *Name) : Name(Name) { printf("+%s ", Name); }
  ~Tracer() { printf("-%s ", Name); }
};

// Writes a byte of every page, so that the buffer is really there.
NOINLINE void fill(char *Buffer, size_t Size, int Value) {
  for (size_t I = 0; I < Size; I += 4096)
    Buffer[I] = static_cast<char>(Value);
  asm volatile("" ::"r"(Buffer) : "memory");
}

NOINLINE void mayThrow(int Kind) {
  if (Kind == 1)
    throw 42;
  if (Kind == 2)
    throw std::runtime_error("error");
  if (Kind == 3)
    throw std::string("string");
}

// Nothing in the frame but the box.
NOINLINE int plain(int Kind) {
  char Buffer[200000]; // REMARK: 'Buffer' (200000 bytes) is boxed
  fill(Buffer, sizeof Buffer, Kind);
  mayThrow(Kind);
  return Buffer[0];
}

// A typed catch that three of the four kinds pass by.
NOINLINE int typedCatch(int Kind) {
  char Buffer[200000];
  fill(Buffer, sizeof Buffer, Kind);
  try {
    mayThrow(Kind);
  } catch (int Number) {
    return Number + Buffer[4096];
  }
  return 7;
}

// Cleanups inside cleanups, and a second box inside the first one's life.
NOINLINE int nestedCleanups(int Kind) {
  Tracer A("a");
  char Outer[200000];
  fill(Outer, sizeof Outer, Kind);
  {
    Tracer B("b");
    mayThrow(Kind);
    char Inner[300000];
    fill(Inner, sizeof Inner, Kind);
    Tracer C("c");
    mayThrow(Kind + 1);
  }
  return Outer[0];
}

NOINLINE int rethrow(int Kind) {
  char Buffer[200000];
  fill(Buffer, sizeof Buffer, Kind);
  try {
    mayThrow(Kind);
  } catch (const std::exception &Error) {
    printf("(%s) ", Error.what());
    throw;
  } catch (int) {
    throw std::string("was an int");
  }
  return Buffer[0];
}

struct ThrowsInDestructor {
  bool Armed;
  ~ThrowsInDestructor() noexcept(false) {
    if (Armed)
      throw 99;
  }
};

NOINLINE int throwingDestructor(int Kind) {
  char Buffer[200000];
  fill(Buffer, sizeof Buffer, Kind);
  ThrowsInDestructor Object{Kind == 0};
  mayThrow(Kind);
  return Buffer[0];
}

NOINLINE int catchesAll(int Kind) noexcept {
  char Buffer[200000];
  fill(Buffer, sizeof Buffer, Kind);
  try {
    mayThrow(Kind);
  } catch (...) {
    printf("(caught) ");
  }
  return Buffer[0];
}

NOINLINE int leavesLoop(int Kind) {
  int Sum = 0;
  for (int I = 0; I < 3; ++I) {
    char Buffer[200000];
    fill(Buffer, sizeof Buffer, I);
    if (I == Kind)
      continue;
    try {
      mayThrow(I);
    } catch (int) {
      Sum += 10;
      break;
    }
    Sum += Buffer[0];
  }
  return Sum;
}

NOINLINE int jumpsBack(int Kind) {
again: {
  char Buffer[150000];
  fill(Buffer, sizeof Buffer, Kind);
  if (Kind-- > 0)
    goto again;
  mayThrow(-Kind);
}
  return Kind;
}

// The box is live while an exception object is copied out of it.
NOINLINE int throwsFromTheBox(int Kind) {
  struct Large {
    char Text[100000];
    int Number;
  };
  Large Object;
  fill(Object.Text, sizeof Object.Text, Kind);
  Object.Number = Kind;
  if (Kind)
    throw Object.Number;
  return 5;
}

static void run(const char *Name, int (*Function)(int)) {
  printf("%s:", Name);
  for (int Kind = 0; Kind < 4; ++Kind) {
    printf(" ");
    try {
      printf("%d", Function(Kind));
    } catch (int Number) {
      printf("int %d", Number);
    } catch (const std::exception &Error) {
      printf("exception %s", Error.what());
    } catch (const std::string &Text) {
      printf("string %s", Text.c_str());
    }
    printf(";");
  }
  printf("\n");
}

// CHECK:      plain: 0; int 42; exception error; string string;
// CHECK-NEXT: typedCatch: 7; 43; exception error; string string;
// CHECK-NEXT: nestedCleanups: +a +b +c -c -b -a int 42; +a +b -b -a int 42; +a +b -b -a exception error; +a +b -b -a string string;
// CHECK-NEXT: rethrow: 0; string was an int; (error) exception error; string string;
// CHECK-NEXT: throwingDestructor: int 99; int 42; exception error; string string;
// CHECK-NEXT: catchesAll: 0; (caught) 1; (caught) 2; (caught) 3;
// CHECK-NEXT: leavesLoop: 10; exception error; 10; 10;
// CHECK-NEXT: jumpsBack: int 42; int 42; int 42; int 42;
// CHECK-NEXT: throwsFromTheBox: 5; int 1; int 2; int 3;
int main() {
  run("plain", plain);
  run("typedCatch", typedCatch);
  run("nestedCleanups", nestedCleanups);
  run("rethrow", rethrow);
  run("throwingDestructor", throwingDestructor);
  run("catchesAll", catchesAll);
  run("leavesLoop", leavesLoop);
  run("jumpsBack", jumpsBack);
  run("throwsFromTheBox", throwsFromTheBox);
}
