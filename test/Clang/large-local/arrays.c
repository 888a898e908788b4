// Arrays and structs in C: the object itself has to be over the limit.

// RUN: %clang_cc1 -std=c17 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

void use(void *);

void array(void) {
  char buffer[1025];
  // expected-warning@-1 {{local variable 'buffer' of type 'char[1025]' takes 1025 bytes (1 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(buffer);
}

// An object of exactly the limit is within it.
void silent_at_the_limit(void) {
  char buffer[1024];
  use(buffer);
}

// The size is the array's, not its element count.
void elements(void) {
  int numbers[512];
  // expected-warning@-1 {{local variable 'numbers' of type 'int[512]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(numbers);
}

void silent_few_elements(void) {
  int numbers[256];
  use(numbers);
}

void matrix(void) {
  double rows[16][16];
  // expected-warning@-1 {{local variable 'rows' of type 'double[16][16]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(rows);
}

// The initializer gives the size.
void sized_by_initializer(void) {
  char text[] = {[2047] = 'x'};
  // expected-warning@-1 {{local variable 'text' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(text);
}

typedef char page[4096];

void named_type(void) {
  page contents;
  // expected-warning@-1 {{local variable 'contents' of type 'page' (aka 'char[4096]') takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(contents);
}

struct record {
  int key;
  char value[2000];
};

void structure(void) {
  struct record entry;
  // expected-warning@-1 {{local variable 'entry' of type 'struct record' takes 2004 bytes (1.9 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&entry);
}

// A pointer to a large object is small.
void silent_pointer(struct record *from) {
  struct record *entry = from;
  page *contents = 0;
  use(entry);
  use(contents);
}

union value {
  char text[3000];
  long number;
};

void union_by_its_largest_member(void) {
  union value value;
  // expected-warning@-1 {{local variable 'value' of type 'union value' takes 3000 bytes (2.9 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&value);
}

void union_of_an_unnamed_type(void) {
  // expected-warning-re@+5 {{local variable 'either' of type 'union (unnamed at {{.*}})' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@+4 {{allocate it with malloc and free}}
  union {
    char text[2048];
    long number;
  } either;
  use(&either);
}

// Alignment is part of the size.
struct aligned {
  _Alignas(2048) char first;
};

void aligned(void) {
  struct aligned object;
  // expected-warning@-1 {{local variable 'object' of type 'struct aligned' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&object);
}

void compound_type(void) {
  _Complex double numbers[100];
  // expected-warning@-1 {{local variable 'numbers' of type '_Complex double[100]' takes 1600 bytes (1.5 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(numbers);
}

// Each declarator is reported by itself.
void several_declarators(void) {
  char first[2048], small[16], *pointer, second[4096];
  // expected-warning@-1 {{local variable 'first' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  // expected-warning@-3 {{local variable 'second' of type 'char[4096]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-4 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  pointer = small;
  use(first), use(second), use(pointer);
}

// Sizes of more than 32 bits are told in full.
void huge(void) {
  char bytes[5L << 30];
  // expected-warning@-1 {{local variable 'bytes' of type 'char[5368709120]' takes 5368709120 bytes (5 GiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(bytes);
}
