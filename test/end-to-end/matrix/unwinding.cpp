// Exceptions on the paths that exceptions.cpp does not take.

// RUN: %compare "0v 2v 3" %clangxx -std=c++14 %s | FileCheck %s
// RUN: %compare "0 2" %clangxx -std=c++14 %s -- \
// RUN:   -fsanitize=address,undefined -fno-sanitize-recover=all

#include "Inputs/buffer.h"
#include <exception>
#include <new>

static int Live;

// Its destructor has a box, throws past it and catches that itself.
struct Cleanup {
  int Number;
  explicit Cleanup(int Number) : Number(Number) { ++Live; }
  Cleanup(const Cleanup &Other) : Number(Other.Number) { ++Live; }
  NOINLINE ~Cleanup() {
    char Buffer[300];
    int Sum = USE(Buffer, Number);
    try {
      char Inner[200];
      fill(Inner, sizeof Inner, Number);
      throw Inner[1];
    } catch (char Thrown) {
      printf("~%d:%d ", Number, (Sum + Thrown) & 0xff);
    }
    --Live;
  }
};

NOINLINE static void mayThrow(int Kind) {
  char Buffer[128];
  if (USE(Buffer, Kind) && Kind == 1)
    throw 42;
  if (Kind == 2)
    throw Cleanup(9);
  if (Kind == 3)
    throw "text";
}

// CHECK: cleanups: [{{.*}}~1:{{.*}}
NOINLINE static int cleanups(int Kind) {
  Cleanup A(1);
  char One[100];
  int Sum = USE(One, Kind);
  Cleanup B(2);
  mayThrow(Kind);
  char Two[400];
  return Sum ^ USE(Two, Kind);
}

// Five frames with a box each between throw and catch.
NOINLINE static int deep(int Kind, int Depth) {
  char Buffer[256];
  int Sum = USE(Buffer, Depth);
  if (Depth == 0)
    mayThrow(Kind);
  else
    Sum += deep(Kind, Depth - 1);
  return Sum ^ sum(Buffer, sizeof Buffer);
}
static int frames(int Kind) { return deep(Kind, 5); }

// Catches everything and throws it on, past a box on both sides.
NOINLINE static int passesOn(int Kind) {
  char Outer[100];
  fill(Outer, sizeof Outer, Kind);
  try {
    char Inner[200];
    fill(Inner, sizeof Inner, Kind);
    mayThrow(Kind);
  } catch (...) {
    char Handler[300];
    printf("(%d) ", USE(Handler, Kind));
    throw;
  }
  return sum(Outer, sizeof Outer);
}

// Handlers in handlers, the inner for another type.
NOINLINE static int nested(int Kind) {
  char Outer[100];
  fill(Outer, sizeof Outer, Kind);
  try {
    char Middle[100];
    fill(Middle, sizeof Middle, Kind);
    try {
      char Inner[100];
      fill(Inner, sizeof Inner, Kind);
      mayThrow(Kind);
    } catch (const char *Text) {
      return Text[0] + sum(Middle, sizeof Middle);
    }
  } catch (int Number) {
    return Number + sum(Outer, sizeof Outer);
  }
  return 1;
}

// An exception specification: a list of what may pass.
NOINLINE static int specified(int Kind) throw(int, Cleanup, const char *) {
  char Buffer[200];
  fill(Buffer, sizeof Buffer, Kind);
  mayThrow(Kind);
  return sum(Buffer, sizeof Buffer);
}

// A constructor that is a try block, with a member that is there already.
struct Member {
  Cleanup Inside;
  explicit Member(int Kind) : Inside(Kind) {}
};
struct FunctionTry {
  Member First;
  int Sum;
  NOINLINE explicit FunctionTry(int Kind) try : First(Kind + 4), Sum(0) {
    char Buffer[150];
    Sum = USE(Buffer, Kind);
    mayThrow(Kind);
  } catch (int) {
    char Buffer[160];
    printf("(handler %d) ", USE(Buffer, Kind));
  }
};
NOINLINE static int functionTry(int Kind) {
  char Buffer[100];
  fill(Buffer, sizeof Buffer, Kind);
  FunctionTry Object(Kind);
  return Object.Sum + sum(Buffer, sizeof Buffer);
}

// An array of which two elements are there when the third throws.
struct Element {
  Cleanup Inside{3};
  char Text[40];
  Element() {
    fill(Text, sizeof Text, Live);
    if (Live == 3)
      throw 5;
  }
};
NOINLINE static int array(int) {
  Element Elements[3];
  return sum(Elements[0].Text, sizeof Elements[0].Text);
}

// Thrown again much later, when the frame that had the box is gone.
NOINLINE static std::exception_ptr capture(int Kind) {
  char Buffer[100];
  fill(Buffer, sizeof Buffer, Kind);
  try {
    mayThrow(Kind);
  } catch (...) {
    return std::current_exception();
  }
  return nullptr;
}
NOINLINE static int later(int Kind) {
  std::exception_ptr Exception = capture(Kind);
  char Buffer[100];
  fill(Buffer, sizeof Buffer, Kind);
  if (Exception)
    std::rethrow_exception(Exception);
  return sum(Buffer, sizeof Buffer);
}

// Large objects as exceptions: one by value, one by reference.
struct Large {
  char Text[500];
};
NOINLINE static int large(int Kind) {
  try {
    Large Object;
    fill(Object.Text, sizeof Object.Text, Kind);
    throw Object;
  } catch (Large Copy) {
    if (Kind == 1)
      throw Copy.Text[3];
    return sum(Copy.Text, sizeof Copy.Text);
  }
}

static void run(const char *Name, int (*Function)(int)) {
  printf("%s:", Name);
  for (int Kind = 0; Kind < 4; ++Kind) {
    printf(" [");
    try {
      printf("%d", Function(Kind));
    } catch (int Number) {
      printf("int %d", Number);
    } catch (char Number) {
      printf("char %d", Number);
    } catch (const Cleanup &Object) {
      printf("object %d", Object.Number);
    } catch (const char *Text) {
      printf("%s", Text);
    }
    printf("]");
  }
  printf(" live %d\n", Live);
}

// CHECK: functionTry: {{.*}}(handler
// CHECK: array: {{.*}}int 5
// CHECK: end 0
int main() {
  run("cleanups", cleanups);
  run("frames", frames);
  run("passesOn", passesOn);
  run("nested", nested);
  run("specified", specified);
  run("functionTry", functionTry);
  run("array", array);
  run("later", later);
  run("large", large);
  printf("end %d\n", Live);
}
