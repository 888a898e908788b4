// Blocks have frames of their own, as lambdas do.

// RUN: %clang_cc1 -std=c17 -fblocks -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K -plugin-arg-offstack frame=3000

struct record {
  char data[2048];
};
int use(const void *);

void block(void) {
  int (^count)(void) = ^{
    char inside[2048];
    // expected-warning@-1 {{local variable 'inside' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    return use(inside);
  };
  count();
}

int (^global)(void) = ^{
  char in_global[2048];
  // expected-warning@-1 {{local variable 'in_global' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  return use(in_global);
};

int (^parameter)(struct record) = ^(struct record entry) {
  // expected-warning@-1 {{parameter 'entry' of type 'struct record' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
  // expected-note@-2 {{pass it by pointer: the caller copies it to the stack for every call}}
  return use(&entry);
};

void silent_block(struct record *entry) {
  int (^count)(struct record *) = ^(struct record *from) {
    static char buffer[4096];
    return use(from) + use(buffer);
  };
  count(entry);
}

void frame(void) {
  ^{
  // expected-warning@-1 {{the locals of this block take an estimated 3072 bytes (3 KiB) of stack together, over the limit of 2.9 KiB (offstack-large-frame)}}
    char a[1024], b[1024], c[1024];
    // expected-note@-1 {{'a' takes 1024 bytes (1 KiB) (33% of the total)}}
    // expected-note@-2 {{'b' takes 1024 bytes (1 KiB) (33% of the total)}}
    // expected-note@-3 {{'c' takes 1024 bytes (1 KiB) (33% of the total)}}
    use(a), use(b), use(c);
  }();
}
