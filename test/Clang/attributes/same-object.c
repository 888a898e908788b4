// Without boxing, the object file is the one that is compiled without the
// attributes, with and without warnings, at every level of optimisation.

// RUN: %clang -c %s -o %t.plain.o -O0 -DKEEP= -DBOX=
// RUN: %clang -c %s -o %t.with.o -O0 -fplugin=%offstack_clang
// RUN: cmp %t.plain.o %t.with.o

// RUN: %clang -c %s -o %t.plain.o -O2 -g -DKEEP= -DBOX=
// RUN: %clang -c %s -o %t.with.o -O2 -g -fplugin=%offstack_clang
// RUN: cmp %t.plain.o %t.with.o

// Nor can the IR tell.
// RUN: %clang -S -emit-llvm %s -o %t.plain.ll -DKEEP= -DBOX=
// RUN: %clang -S -emit-llvm %s -o %t.with.ll -fplugin=%offstack_clang
// RUN: cmp %t.plain.ll %t.with.ll

// The test can fail: boxing changes it.
// RUN: %clang -c %s -o %t.with.o -O2 -g -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box
// RUN: not cmp %t.plain.o %t.with.o

#ifndef KEEP
#define KEEP __attribute__((offstack_keep("why")))
#define BOX __attribute__((offstack_box))
#endif

void use(const void *);
int puts(const char *);

struct Pair {
  long First, Second;
};

// An annotation would hold these in memory.
long variables(long n) {
  KEEP struct Pair pair = {n, 2 * n};
  BOX long copy = pair.First;
  KEEP char text[200] = "some text";
  use(text);
  puts("a string behind those of the annotations");
  return pair.Second + copy;
}

// An annotation would keep this function in the file.
KEEP static int inlined(int n) {
  puts("one more string");
  return n + 1;
}

BOX int function(KEEP int n) {
  char text[200];
  use(text);
  return inlined(n);
}
