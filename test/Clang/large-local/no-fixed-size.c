// Arrays whose size is not known when compiling: see ../unbounded-alloca.

// RUN: %clang_cc1 -std=c17 -fsyntax-only -verify %s -Wno-vla \
// RUN:   -plugin-arg-offstack local=1K \
// RUN:   -plugin-arg-offstack disable=unbounded-alloca

void use(const void *);

void silentVLA(int count) {
  char buffer[count];
  char rows[count][4096];
  use(buffer), use(rows);
}

// A pointer has a size, whatever it points to.
void silentPointerToVLA(int count) {
  char(*pointer)[count] = 0;
  use(pointer);
}

// So has an array of such pointers.
void arrayOfPointersToVLA(int count) {
  char(*pointers[200])[count];
  // expected-warning@-1 {{local variable 'pointers' of type 'char (*[200])[count]' takes 1600 bytes (1.5 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(pointers);
}

// Objects beside a VLA count.
void besideVLA(int count) {
  char buffer[count];
  char fixed[4096];
  // expected-warning@-1 {{local variable 'fixed' of type 'char[4096]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(buffer), use(fixed);
}

// The size of a flexible array member is the allocation's.
struct flexible {
  int count;
  char data[];
};
void silentFlexible(void) {
  struct flexible header;
  use(&header);
}
