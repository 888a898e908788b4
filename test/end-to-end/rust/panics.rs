// Panics pass frames with boxes: caught, passed on, of another thread, in
// destructors that have boxes themselves, and not caught.

// DEFINE: %{stack} = bash -c 'ulimit -c 0; ulimit -S -s 512; exec "$0" "$@"'
// DEFINE: %{plain} = %rustc --edition 2021 %s
// DEFINE: %{boxed} = %{plain} -Zllvm-plugins=%offstack_pass

// RUN: %{plain} -o %t.plain
// RUN: not --crash %{stack} %t.plain
// RUN: %{boxed} -o %t.debug && %{stack} %t.debug | FileCheck %s
// RUN: %{boxed} -O -o %t.release && %{stack} %t.release | FileCheck %s
// RUN: %valgrind %t.debug | FileCheck %s
// RUN: %valgrind %t.release | FileCheck %s

// One that nobody catches ends the program with 101, as it does plainly, and one
// with panic=abort with SIGABRT.
// DEFINE: %{status} = bash -c 'ulimit -S -s 512; "$0" uncaught; test $? = 101'
// RUN: %{status} %t.debug | FileCheck %s --check-prefixes=CHECK,UNCAUGHT
// RUN: %{status} %t.release | FileCheck %s --check-prefixes=CHECK,UNCAUGHT
// RUN: %{boxed} -C panic=abort -o %t.abort
// RUN: not --crash %{stack} %t.abort | FileCheck %s --check-prefix=ABORT
// ABORT:      0: 0
// ABORT-NOT:  {{.}}

// CHECK:      dropped late
// CHECK-NEXT: dropped middle
// CHECK-NEXT: large 5 false
// CHECK-NEXT: 0: 0
// CHECK-NEXT: dropped middle
// CHECK-NEXT: caught message 1
// CHECK-NEXT: large 5 false
// CHECK-NEXT: 1: 1
// CHECK-NEXT: dropped middle
// CHECK-NEXT: large 5 true
// CHECK-NEXT: 2: panics with Some(2)
// CHECK-NEXT: dropped middle
// CHECK-NEXT: caught index out of bounds
// CHECK-NEXT: large 5 false
// CHECK-NEXT: 3: 3
// CHECK-NEXT: dropped middle
// CHECK-NEXT: thread message 1
// UNCAUGHT-NEXT: dropped middle
// CHECK-NOT:  {{.}}

use std::hint::black_box;
use std::panic::{self, AssertUnwindSafe};
use std::thread;

struct Noisy(&'static str);
impl Drop for Noisy {
    fn drop(&mut self) {
        println!("dropped {}", self.0);
    }
}

#[inline(never)]
fn innermost(kind: u32) -> u64 {
    let data = black_box([kind; 1 << 19]);
    match kind {
        1 => panic!("message {}", data[3]),
        2 => panic::panic_any(data[4] as u64),
        3 => data[black_box(1 << 19)] as u64,
        _ => data.iter().map(|&n| n as u64).sum(),
    }
}

#[inline(never)]
fn middle(kind: u32) -> u64 {
    let _first = Noisy("middle");
    let data = black_box([kind; 1 << 19]);
    let sum = innermost(kind);
    let _second = Noisy("late");
    sum + data[7] as u64
}

// Its destructor has a large local itself, and runs while a panic unwinds.
struct Large;
impl Drop for Large {
    fn drop(&mut self) {
        let data = black_box([5u32; 1 << 19]);
        println!("large {} {}", data[9], thread::panicking());
    }
}

#[inline(never)]
fn outer(kind: u32) -> u64 {
    let _large = Large;
    let data = black_box([kind; 1 << 19]);
    let caught = panic::catch_unwind(AssertUnwindSafe(|| middle(kind)));
    match caught {
        Ok(sum) => sum + data[1] as u64,
        Err(payload) if payload.is::<u64>() => panic::resume_unwind(payload),
        Err(payload) => {
            if let Some(text) = payload.downcast_ref::<String>() {
                println!("caught {}", text);
            }
            data[2] as u64
        }
    }
}

fn main() {
    panic::set_hook(Box::new(|_| {}));
    for kind in 0..4 {
        match panic::catch_unwind(|| outer(kind)) {
            Ok(sum) => println!("{}: {}", kind, sum),
            Err(payload) => println!("{}: panics with {:?}", kind, payload.downcast_ref::<u64>()),
        }
    }
    let joined = thread::spawn(|| middle(1)).join();
    println!("thread {}", joined.unwrap_err().downcast_ref::<String>().unwrap());
    if std::env::args().count() > 1 {
        middle(1);
    }
}
