// [[clang::nonblocking]] and [[clang::nonallocating]] keep objects on the stack
// without -fsanitize=realtime, which alone tells code generation of them: at
// each level, and for the pass in a plugin of its own.

// RUN: %clang_cc1 -O0 -std=c++20 -emit-llvm -o %t.0.ll %s -w \
// RUN:   -plugin-arg-offstack box -Rpass=offstack -Rpass-missed=offstack 2>&1 \
// RUN:   | FileCheck %s
// RUN: %clang_cc1 -O2 -std=c++20 -emit-llvm -o %t.2.ll %s -w \
// RUN:   -plugin-arg-offstack box -Rpass=offstack -Rpass-missed=offstack 2>&1 \
// RUN:   | FileCheck %s
// RUN: %clang -g -std=c++20 -c -o /dev/null %s -w -fplugin=%offstack_clang \
// RUN:   -fpass-plugin=%offstack_pass -Rpass=offstack \
// RUN:   -Rpass-missed=offstack 2>&1 | FileCheck %s

// What carries the attributes is gone when others look.
// RUN: FileCheck %s --check-prefix=TRACE --input-file=%t.0.ll
// TRACE-NOT: annotation

// Without boxing, the object file is the one without the plugin.
// RUN: %clang -std=c++20 -c -w -o %t.plain.o %s -DPLAIN
// RUN: %clang -std=c++20 -c -w -o %t.o %s -DPLAIN -fplugin=%offstack_clang
// RUN: cmp %t.plain.o %t.o

void use(void *);

// CHECK-DAG: 'kept_definition' (1048576 bytes) is kept on the stack: a nonblocking or nonallocating function must not allocate (offstack-realtime-function)
void definition() [[clang::nonblocking]] {
  char kept_definition[1 << 20];
  use(kept_definition);
}

// CHECK-DAG: 'kept_nonallocating' {{.*}}offstack-realtime-function
void nonallocating() [[clang::nonallocating]] {
  char kept_nonallocating[1 << 20];
  use(kept_nonallocating);
}

// An earlier declaration says it.
// CHECK-DAG: 'kept_declared' {{.*}}offstack-realtime-function
void declared() [[clang::nonblocking]];
void declared() {
  char kept_declared[1 << 20];
  use(kept_declared);
}

// The attributes say the opposite.
// CHECK-DAG: 'boxed_condition' {{.*}}offstack-boxed
void condition() [[clang::nonblocking(false)]] {
  char boxed_condition[1 << 20];
  use(boxed_condition);
}
// CHECK-DAG: 'boxed_blocking' {{.*}}offstack-boxed
void blocking() [[clang::blocking]] {
  char boxed_blocking[1 << 20];
  use(boxed_blocking);
}

// The overridden method says it.
// CHECK-DAG: 'kept_override' {{.*}}offstack-realtime-function
struct Base {
  virtual void run() [[clang::nonblocking]];
};
struct Derived : Base {
  void run() override {
    char kept_override[1 << 20];
    use(kept_override);
  }
};
void runs(Derived d) { d.run(); }

// Only such a function calls it; this one is called by others too.
// CHECK-DAG: 'kept_helper' {{.*}}offstack-realtime-function
// CHECK-DAG: 'boxed_helper' {{.*}}offstack-boxed
static void helper() {
  char kept_helper[1 << 20];
  use(kept_helper);
}
static void shared_helper() {
  char boxed_helper[1 << 20];
  use(boxed_helper);
}
void calls_helpers() [[clang::nonblocking]] { helper(), shared_helper(); }
void calls_helper() { shared_helper(); }

// A template's condition is known in its instances.
// CHECK-DAG: 'instance' {{.*}}offstack-realtime-function
// CHECK-DAG: 'instance' {{.*}}offstack-boxed
template <bool Is> void function_template() [[clang::nonblocking(Is)]] {
  char instance[1 << 20];
  use(instance);
}
// CHECK-DAG: 'kept_method' {{.*}}offstack-realtime-function
template <class T> struct Template {
  void run() [[clang::nonblocking]] {
    char kept_method[1 << 20];
    use(kept_method);
  }
};
// CHECK-DAG: 'kept_lambda' {{.*}}offstack-realtime-function
void calls_templates() {
  function_template<true>();
  function_template<false>();
  Template<int>().run();
  [] () [[clang::nonblocking]] {
    char kept_lambda[1 << 20];
    use(kept_lambda);
  }();
}

// Wherever a function can stand.
// CHECK-DAG: 'kept_constructor' {{.*}}offstack-realtime-function
// CHECK-DAG: 'kept_destructor' {{.*}}offstack-realtime-function
// CHECK-DAG: 'kept_friend' {{.*}}offstack-realtime-function
// CHECK-DAG: 'kept_initializer' {{.*}}offstack-realtime-function
// CHECK-DAG: 'kept_argument' {{.*}}offstack-realtime-function
struct Member {
  Member() [[clang::nonblocking]] {
    char kept_constructor[1 << 20];
    use(kept_constructor);
  }
  ~Member() [[clang::nonblocking]] {
    char kept_destructor[1 << 20];
    use(kept_destructor);
  }
  friend void befriended(Member &) [[clang::nonblocking]] {
    char kept_friend[1 << 20];
    use(kept_friend);
  }
};
struct Outer {
  Member member;
  int number = [] () [[clang::nonblocking]] {
    char kept_initializer[1 << 20];
    use(kept_initializer);
    return 1;
  }();
};
void takes(int number = [] () [[clang::nonblocking]] {
  char kept_argument[1 << 20];
  use(kept_argument);
  return 1;
}());
void uses_members() {
  Outer outer;
  befriended(outer.member);
  takes();
}

// The user knows better, either way.
#ifndef PLAIN
// CHECK-DAG: 'boxed_by_function' (1048576 bytes) is boxed: the user asked for it
[[offstack::box]] void whole_function() [[clang::nonblocking]] {
  char boxed_by_function[1 << 20];
  use(boxed_by_function);
}
// CHECK-DAG: 'boxed_by_user' (64 bytes) is boxed: the user asked for it
// CHECK-DAG: 'kept_neighbour' {{.*}}offstack-realtime-function
void one_variable() [[clang::nonblocking]] {
  [[offstack::box]] char boxed_by_user[64];
  char kept_neighbour[1 << 20];
  use(boxed_by_user);
  use(kept_neighbour);
}
// CHECK-DAG: 'kept_by_user' {{.*}}is kept on the stack: the user asked to keep it: tuned
[[offstack::keep("tuned")]] void elsewhere() {
  char kept_by_user[1 << 20];
  use(kept_by_user);
}
#endif
