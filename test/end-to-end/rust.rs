// Rust's debug builds make a boxed array on the stack first. With the pass they
// do not overflow, and panics unwind through boxed frames.

// RUN: %rustc %s -o %t.plain
// RUN: not --crash %t.plain
// RUN: %rustc -Zllvm-plugins=%offstack_pass %s -o %t.debug
// RUN: %valgrind --main-stacksize=8388608 %t.debug | FileCheck %s
// RUN: %rustc -O -C codegen-units=8 -Zllvm-plugins=%offstack_pass %s -o %t.opt
// RUN: %t.opt | FileCheck %s
// RUN: env OFFSTACK_OPTIONS=local=bad not %rustc \
// RUN:   -Zllvm-plugins=%offstack_pass %s -o %t.none 2>&1 \
// RUN:   | FileCheck %s --check-prefix=ERROR
// ERROR: offstack: in environment variable OFFSTACK_OPTIONS: invalid value 'bad' for option 'local'

use std::hint::black_box;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("dropped {}", self.0);
    }
}

#[inline(never)]
fn panics(limit: usize) -> u32 {
    let _noisy = Noisy("in the frame");
    let numbers = black_box([1u32; 1 << 20]);
    if limit < numbers.len() {
        std::panic::panic_any(7u32);
    }
    numbers[limit % 5]
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    // CHECK: heap 67108864
    let heap = Box::new([0u8; 64 << 20]);
    println!("heap {}", black_box(&heap).len());
    // CHECK: thread 1048576
    let thread = std::thread::spawn(|| {
        let numbers = black_box([1u32; 1 << 20]);
        numbers.iter().sum::<u32>()
    });
    println!("thread {}", thread.join().unwrap());
    // CHECK: dropped in the frame
    // CHECK: caught 7
    let caught = std::panic::catch_unwind(|| panics(3)).unwrap_err();
    println!("caught {}", caught.downcast_ref::<u32>().unwrap());
}
