// gdb shows a boxed array and a boxed struct's members as if nothing had moved.

// RUN: %clang -O0 -g %s -o %t -Rpass=offstack -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -Wno-frame-larger-than 2>&1 \
// RUN:   | FileCheck %s --check-prefix=REMARK
// RUN: gdb -q -batch -ex 'break done' -ex run -ex up \
// RUN:   -ex 'print numbers[3]' -ex 'print numbers[49999]' \
// RUN:   -ex 'print large.head' -ex 'print large.tail' -ex 'whatis large' \
// RUN:   -ex 'print sizeof(numbers)' -ex 'print total' %t 2>&1 | FileCheck %s

// CHECK: in work (factor=2)
// CHECK: $1 = 6
// CHECK: $2 = 99998
// CHECK: $3 = 7
// CHECK: $4 = 2.5
// CHECK: type = struct large
// CHECK: $5 = 200000
// CHECK: $6 = 13

struct large {
  int head;
  char padding[300000];
  double tail;
};

void done(void) {}

int work(int factor) {
  int numbers[50000]; // REMARK: 'numbers' (200000 bytes) is boxed
  struct large large; // REMARK: 'large' (300016 bytes) is boxed
  large.head = 7;
  large.tail = 2.5;
  for (int i = 0; i < 50000; i++)
    numbers[i] = i * factor;
  int total = numbers[3] + large.head;
  done();
  return total;
}

int main(void) { return work(2) != 13; }
