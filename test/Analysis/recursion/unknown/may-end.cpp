// What looks as if it stayed the same, and may change: none of these is in a
// certain class. Beside each that is close, one that never ends.

// RUN: %clangxx -std=c++17 -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle " --implicit-check-not="infinite"
// RUN: %clangxx -std=c++17 -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle " --implicit-check-not="infinite"

volatile int device;
// CHECK: cycle _Z4waiti: unknown
int wait(int n) { return device ? n : wait(n); }
int plain;
// CHECK: cycle _Z6forgoti: no-progress
int forgot(int n) { return plain ? n : forgot(n); }

// CHECK: cycle _Z6sharedi: unknown
int shared(int n) {
  return __atomic_load_n(&plain, __ATOMIC_SEQ_CST) ? n : shared(n);
}

int read();
// CHECK: cycle _Z5skip1v: unknown
int skip1() {
  int c = read();
  return c == ' ' ? skip1() : c;
}
struct Input {
  const char *at;
  char next() { return *at++; }
  char peek() { return *at; }
};
// CHECK: cycle _Z5skip2R5Input: unbounded input
int skip2(Input &in) { return in.next() == ' ' ? skip2(in) : 0; }
// It looks and does not take.
// CHECK: cycle _Z5skip3R5Input: no-progress
int skip3(Input &in) { return in.peek() == ' ' ? skip3(in) : 0; }

// CHECK: cycle _Z4oncei: guarded
int once(int n) {
  static bool busy;
  if (busy)
    return 0;
  busy = true;
  int r = once(n) + 1;
  busy = false;
  return r;
}
// CHECK: cycle _Z6budgeti: unbounded
int left = 100;
int budget(int n) { return left-- <= 0 ? n : budget(n); }

struct State {
  int step;
  // CHECK: cycle _ZN5State3runEv: guarded
  int run();
  int stuck();
  int told(void (*change)(State *));
};
int State::run() {
  if (step == 3)
    return 1;
  ++step;
  return run();
}
// CHECK: cycle _ZN5State5stuckEv: no-progress
int State::stuck() { return step == 3 ? 1 : stuck(); }
// CHECK: cycle _ZN5State4toldEPFvPS_E: unbounded
int State::told(void (*change)(State *)) {
  if (step == 3)
    return 1;
  change(this);
  return told(change);
}

int risky(int);
// CHECK: cycle _Z5retryi: unbounded
int retry(int n) {
  try {
    return risky(n);
  } catch (int) {
    return retry(n);
  }
}
