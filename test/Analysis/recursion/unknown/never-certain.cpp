// A callee of which only the type, the class or the field is known never raises
// a certain class, though every path calls it: other files may have more.

// RUN: %clangxx -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="infinite" --implicit-check-not="no-progress" --implicit-check-not="skipped-base-case"
// RUN: %clangxx -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="infinite" --implicit-check-not="no-progress" --implicit-check-not="skipped-base-case"

using action = void (*)(long, char, short);
extern action next_action;

// The only function of its type.
// CHECK-DAG: cycle _Z7by_typelcs: unknown it is closed by a call through a pointer
void by_type(long a, char b, short c) { next_action(a, b, c); }
action first_action = by_type;

// It is handed to itself.
using step = int (*)(int, void *, float);
// CHECK-DAG: cycle _Z9by_handoniPvf: unknown it is closed by a call through a pointer
int by_handon(int n, void *f, float x) {
  return reinterpret_cast<step>(f)(n, f, x) + 1;
}
int start() { return by_handon(1, reinterpret_cast<void *>(&by_handon), 0); }

extern "C" void qsort(void *, unsigned long, unsigned long,
                      int (*)(const void *, const void *));
// CHECK-DAG: cycle {{.*}}: unknown it is closed by a callback
int by_callback(const void *a, const void *b) {
  qsort(const_cast<void *>(a), 2, 8, by_callback);
  return a < b;
}

struct Shape {
  virtual ~Shape();
  virtual int sides();
};
struct Copy : Shape {
  Shape *of;
  // CHECK-DAG: cycle _ZN4Copy5sidesEv: unknown {{.*}} by a virtual call
  int sides() override { return of->sides(); }
};
Shape *make() { return new Copy; }

struct Hook { int (*call)(Hook *, int); };
// CHECK-DAG: cycle _ZL8by_fieldP4Hooki: {{unknown|unbounded}} {{.*}} by a call through a field
static int by_field(Hook *h, int n) { return h->call(h, n + 1); }
void install(Hook *h) { h->call = by_field; }
