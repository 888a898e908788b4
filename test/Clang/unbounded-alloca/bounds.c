// What counts as a bound on a size, and what does not.

// RUN: %clang_cc1 -std=gnu17 -fsyntax-only -Walloca -verify %s \
// RUN:   -plugin-arg-offstack local=1K

void use(const void *);
int read_number(int *);
void *alloca(unsigned long);
_Noreturn void fail(void);
void log_it(void);
#define assert(condition) ((condition) ? (void)0 : fail())
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define min(a, b)                                                              \
  ({                                                                           \
    __typeof(a) first = (a);                                                   \
    __typeof(b) second = (b);                                                  \
    first < second ? first : second;                                           \
  })

// Types.
void silent_types(unsigned char byte, _Bool flag, signed char small) {
  char a[byte], b[flag], c[small], d[byte + flag];
  use(a), use(b), use(c), use(d), use(alloca(byte * 4));
}
// A type that holds more than the limit says nothing.
void wide_types(unsigned short pair, unsigned number) {
  char a[pair];
  // expected-warning@-1 {{nothing limits the size of 'a': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  char b[number];
  // expected-warning@-1 {{nothing limits the size of 'b': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  char c[number >> 16];
  // expected-warning@-1 {{nothing limits the size of 'c': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(a), use(b), use(c);
}
struct fields {
  unsigned narrow : 8;
  unsigned wide : 20;
  int size;
};
void bit_fields(struct fields *f) {
  char silent[f->narrow];
  char wide[f->wide];
  // expected-warning@-1 {{nothing limits the size of 'wide': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(silent), use(wide);
}

// Constants.
enum { Count = 10 };
static const int Table = 200;
void silent_constants(void) {
  const int local = 100;
  char a[local], b[Table], c[Count * local];
  use(a), use(b), use(c), use(alloca(64));
}
void large_constant(void) { use(alloca(2000)); }
// expected-warning@-1 {{alloca takes 2000 bytes (1.9 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
// expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
void constant_over_the_stack(void) { use(alloca(256 << 20)); }
// expected-warning@-1 {{alloca takes 268435456 bytes (256 MiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
// expected-note@-2 {{allocate it with malloc and free}}
void at_the_limit(void) { use(alloca(1024)); }

// Arithmetic.
void silent_arithmetic(int n, unsigned u) {
  char a[n & 255], b[n % 100], c[u >> 24], d[(n & 7) * 16 + 1], e[u % 8 | 3];
  use(a), use(b), use(c), use(d), use(e);
}
void large_arithmetic(int n) {
  char a[n & 2047];
  // expected-warning@-1 {{local variable 'a' of type 'char[n & 2047]' takes up to 2047 bytes (1.9 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  char b[(n & 255) * 8];
  // expected-warning@-1 {{local variable 'b' of type 'char[(n & 255) * 8]' takes up to 2040 bytes (1.9 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(a), use(b);
}
void unbounded_arithmetic(int n, int m) {
  char a[n / 2];
  // expected-warning@-1 {{nothing limits the size of 'a': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  char b[n + m];
  // expected-warning@-1 {{nothing limits the size of 'b': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  char c[n | 1];
  // expected-warning@-1 {{nothing limits the size of 'c': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  char d[n - m];
  // expected-warning@-1 {{nothing limits the size of 'd': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(a), use(b), use(c), use(d);
}

// The smaller of two.
void silent_minimum(int n, unsigned long size) {
  char a[n < 100 ? n : 100], b[MIN(n, 64)], c[min(size, 512ul)];
  use(a), use(b), use(c);
}
void maximum(int n) {
  char buffer[n > 100 ? n : 100];
  // expected-warning@-1 {{nothing limits the size of 'buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(buffer);
}

// Tests on the way.
void silent_tested(int n) {
  if (n <= 100) {
    char buffer[n];
    use(buffer);
  }
  if (n > 0 && n < 100)
    use(alloca(n));
  n < 100 ? use(alloca(n)) : (void)0;
  if (n >= 100) {
    log_it();
  } else {
    char buffer[n];
    use(buffer);
  }
}
void silent_left_before(int n) {
  if (n < 0 || n > 64)
    return;
  char buffer[n];
  use(buffer);
}
void silent_failed_before(int n) {
  if (n > 64) {
    log_it();
    fail();
  }
  char buffer[n];
  use(buffer);
}
void silent_asserted(int n, int m) {
  assert(n <= 64);
  assert(m > 0 && 100 > m);
  char buffer[n], other[m];
  use(buffer), use(other);
}
void silent_clamped(int n) {
  if (n > 64)
    n = 64;
  char buffer[n];
  use(buffer);
}
void silent_multiple(unsigned long n) {
  if (n * sizeof(int) > 256)
    return;
  int buffer[n];
  use(buffer);
}
void silent_else(int n) {
  void *memory = 0;
  if (n > 256)
    memory = 0;
  else
    memory = alloca(n);
  use(memory);
}
void silent_field(struct fields *f) {
  if (f->size > 100)
    return;
  char buffer[f->size];
  use(buffer);
}
void silent_loop(void) {
  for (int i = 0; i < 32; i++) {
    char buffer[i];
    use(buffer);
  }
}

// No tests that come to this.
void only_logged(int n) {
  if (n > 64)
    log_it();
  char buffer[n];
  // expected-warning@-1 {{nothing limits the size of 'buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(buffer);
}
void other_way(int n) {
  if (n < 64)
    return;
  char buffer[n];
  // expected-warning@-1 {{nothing limits the size of 'buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(buffer);
}
void other_variable(int n, int m) {
  if (m > 64)
    return;
  char buffer[n];
  // expected-warning@-1 {{nothing limits the size of 'buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(buffer);
}
void either_test(int n, int m) {
  if (n < 64 || m < 64) {
    char buffer[n];
    // expected-warning@-1 {{nothing limits the size of 'buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
    // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
    use(buffer);
  }
}
void other_field(struct fields *f, struct fields *g) {
  if (f->size > 100)
    return;
  char buffer[g->size];
  // expected-warning@-1 {{nothing limits the size of 'buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(buffer);
}
void large_bound(int n) {
  if (n > 4096)
    return;
  char buffer[n];
  // expected-warning@-1 {{local variable 'buffer' of type 'char[n]' takes up to 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(buffer);
}

// What a variable was given.
void silent_given(int n) {
  int size = n & 127;
  char buffer[size];
  int more = size * 2;
  more = more + 1;
  use(buffer), use(alloca(more));
}
void given_unbounded(int n) {
  int size = n * 2;
  char buffer[size];
  // expected-warning@-1 {{nothing limits the size of 'buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(buffer);
}
void changed(int n) {
  int size = 16;
  size += n;
  char buffer[size];
  // expected-warning@-1 {{nothing limits the size of 'buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(buffer);
}
void changed_elsewhere(void) {
  int size = 16;
  read_number(&size);
  char buffer[size];
  // expected-warning@-1 {{nothing limits the size of 'buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(buffer);
}
void grows_in_loop(int n) {
  int size = 16;
  while (n--) {
    char buffer[size];
    // expected-warning@-1 {{nothing limits the size of 'buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
    // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
    use(buffer);
    size *= 2;
  }
}

void bound_over_the_stack(unsigned long n) {
  if (n > 16 << 20)
    return;
  char buffer[n];
  // expected-warning@-1 {{local variable 'buffer' of type 'char[n]' takes up to 16777216 bytes (16 MiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free}}
  use(buffer);
}

// Nobody means the stack to hold what a test for overflow lets pass.
void overflow_test(unsigned long n) {
  if (n > ~0ul / 8)
    return;
  char buffer[n];
  // expected-warning@-1 {{nothing limits the size of 'buffer': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(buffer);
}

// More than one dimension; a pointer to such an array is none.
void dimensions(int n, unsigned char byte) {
  char silent[byte][2];
  char large[(byte & 255) + 1][8];
  // expected-warning@-1 {{local variable 'large' of type 'char[(byte & 255) + 1][8]' takes up to 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  char unbounded[4][n];
  // expected-warning@-1 {{nothing limits the size of 'unbounded': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  char(*silent_pointer)[n] = 0;
  use(silent), use(large), use(unbounded), use(silent_pointer);
}

void silent_size(int n) {
  typedef char type[n];
  use((void *)sizeof(type)), use((void *)sizeof(char[n]));
}

// One place is one warning, with a size that is not known as with one that is.
void builtins(int n) {
  use(__builtin_alloca(n));
  // expected-warning@-1 {{use of function '__builtin_alloca' is discouraged; there is no way to check for failure but failure may still occur, resulting in a possibly exploitable security vulnerability}}
  // expected-warning@-2 {{nothing limits the size of what alloca takes here: it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-3 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  use(__builtin_alloca_with_align(n, 64));
  // expected-warning@-1 {{use of function '__builtin_alloca_with_align' is discouraged; there is no way to check for failure but failure may still occur, resulting in a possibly exploitable security vulnerability}}
  // expected-warning@-2 {{nothing limits the size of what alloca takes here: it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-3 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
}
