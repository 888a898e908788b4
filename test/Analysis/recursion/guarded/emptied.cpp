// What is destroyed has been emptied before.

// RUN: %clangxx -std=c++17 -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clangxx -std=c++17 -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

template <class T> struct Owner {
  T *held;
  T *release() {
    T *was = held;
    held = nullptr;
    return was;
  }
  void reset(T *p) {
    T *was = held;
    held = p;
    if (was)
      destroy(was);
  }
  static void destroy(T *p) { delete p; }
  Owner &operator=(Owner &&o) {
    reset(o.release());
    return *this;
  }
  explicit operator bool() const { return held == nullptr ? false : true; }
  T *operator->() { return held; }
  ~Owner() {
    if (held)
      destroy(held);
  }
};

struct Plain {
  Owner<Plain> next;
  int value;
};
// CHECK-DAG: cycle {{.*}}_ZN5PlainD2Ev{{.*}}: unbounded structure
void drop(Plain *p) { delete p; }

// One after the other, each without the rest.
struct Looped {
  Owner<Looped> next;
  int value;
  ~Looped() {
    while (next)
      next = static_cast<Owner<Looped> &&>(next->next);
  }
};
// CHECK-DAG: cycle {{.*}}_ZN6LoopedD2Ev{{.*}}: guarded a mark of what is in progress
void drop(Looped *p) { delete p; }

// It has a second one, which goes with it.
struct Two {
  Owner<Two> next, other;
  ~Two() {
    while (next)
      next = static_cast<Owner<Two> &&>(next->next);
  }
};
// CHECK-DAG: cycle {{.*}}_ZN3TwoD2Ev{{.*}}: unbounded structure
void drop(Two *p) { delete p; }

struct List { List *next; int value; };
void release(List *);
// CHECK-DAG: cycle _Z8cut_loopP4List: guarded a mark of what is in progress
void cut_loop(List *l) {
  while (l->next) {
    List *rest = l->next;
    l->next = rest->next;
    rest->next = nullptr;
    cut_loop(rest);
  }
  release(l);
}
// The one after it is emptied.
// CHECK-DAG: cycle _Z9cut_otherP4List: unbounded structure
void cut_other(List *l) {
  while (l->next) {
    List *rest = l->next;
    l->next = nullptr;
    cut_other(rest);
  }
  release(l);
}
