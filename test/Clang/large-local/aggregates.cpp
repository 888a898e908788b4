// Classes of all kinds, by their size.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

void use(const void *);

namespace std {
template <class T, unsigned long N> struct array {
  T Elements[N];
};
template <class T> struct vector {
  T *First, *Last, *End;
  vector(unsigned long);
};
} // namespace std

void standardArray() {
  std::array<int, 300> Numbers;
  // expected-warning@-1 {{local variable 'Numbers' of type 'std::array<int, 300>' takes 1200 bytes (1.1 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&Numbers);
}

void silentStandardArray() {
  std::array<int, 256> Numbers;
  use(&Numbers);
}

// What a vector holds is on the heap.
void silentVector() {
  std::vector<std::array<int, 300>> Numbers(1000);
  use(&Numbers);
}

class Buffer {
  char Data[2048];

public:
  Buffer();
  ~Buffer();
};

void classWithConstructor() {
  Buffer B;
  // expected-warning@-1 {{local variable 'B' of type 'Buffer' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&B);
}

struct Pair {
  int Tag;
  Buffer Inner;
};

void memberOfMember() {
  Pair P;
  // expected-warning@-1 {{local variable 'P' of type 'Pair' takes 2052 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&P);
}

struct Derived : Buffer {
  int More;
};

void inherited() {
  const Derived D{};
  // expected-warning@-1 {{local variable 'D' of type 'const Derived' takes 2052 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&D);
}

void unionWithoutAName() {
  // expected-warning-re@+2 {{local variable without a name of type '(anonymous union at {{.*}})' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@+1 {{use std::vector or std::make_unique}}
  union {
    char Text[2048];
    long Number;
  };
  use(Text);
}

// A static member is not part of the object.
struct Table {
  static int Rows[4096];
};
void silentStaticMember() {
  Table T;
  use(&T);
}

// References and pointers do not hold the object.
void silentReferences(Buffer &From) {
  Buffer &Same = From;
  Buffer *Pointer = &From;
  auto &&Forwarded = From;
  use(&Same), use(Pointer), use(&Forwarded);
}

void silentHeap() {
  auto *Allocated = new Buffer[16];
  use(Allocated);
}

void deduced(const Pair &From) {
  auto Copy = From;
  // expected-warning@-1 {{local variable 'Copy' of type 'Pair' takes 2052 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&Copy);
}

struct Methods {
  Methods() {
    char InConstructor[2048];
    // expected-warning@-1 {{local variable 'InConstructor' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(InConstructor);
  }
  ~Methods() {
    char InDestructor[2048];
    // expected-warning@-1 {{local variable 'InDestructor' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(InDestructor);
  }
  operator int() {
    char InConversion[2048];
    // expected-warning@-1 {{local variable 'InConversion' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(InConversion);
    return 0;
  }
  static void staticMethod() {
    char InStaticMethod[2048];
    // expected-warning@-1 {{local variable 'InStaticMethod' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(InStaticMethod);
  }
  void outOfLine();
  friend void befriended(Methods) {
    char InFriend[2048];
    // expected-warning@-1 {{local variable 'InFriend' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(InFriend);
  }
};

void Methods::outOfLine() {
  char OutOfLine[2048];
  // expected-warning@-1 {{local variable 'OutOfLine' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(OutOfLine);
}

// Reported once, though clang hands the method over with its class as well.
void localClass() {
  struct Local {
    void method() {
      char InLocalClass[2048];
      // expected-warning@-1 {{local variable 'InLocalClass' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
      // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
      use(InLocalClass);
    }
  };
  Local().method();
}

extern "C" {
namespace nested {
void inBraces() {
  char Buffer[2048];
  // expected-warning@-1 {{local variable 'Buffer' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(Buffer);
}
} // namespace nested
}
