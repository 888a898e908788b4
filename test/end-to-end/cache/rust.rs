// Rust with boxes from the cache: large values, threads, panics.

// RUN: env OFFSTACK_OPTIONS=alloc=cache:verify %rustc \
// RUN:   -Zllvm-plugins=%offstack_pass %s -o %t.debug
// RUN: nm %t.debug | FileCheck %s --check-prefix=SYMBOLS
// RUN: %t.debug | FileCheck %s
// RUN: env OFFSTACK_OPTIONS=alloc=cache:verify %rustc -O -C codegen-units=8 \
// RUN:   -C target-feature=+crt-static -Zllvm-plugins=%offstack_pass %s \
// RUN:   -o %t.opt
// RUN: %t.opt | FileCheck %s
// SYMBOLS: __offstack_v1_acquire

use std::hint::black_box;

#[inline(never)]
fn work(depth: usize) -> u64 {
    let numbers = black_box([depth as u64; 40_000]);
    if depth == 0 {
        std::panic::panic_any(7u32);
    }
    work(depth - 1) + numbers[depth]
}

fn resident() -> usize {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap();
    text.split(' ').nth(1).unwrap().parse::<usize>().unwrap() * 4096
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    // CHECK: heap 67108864
    let heap = Box::new([0u8; 64 << 20]);
    println!("heap {}", black_box(&heap).len());
    drop(heap);
    let mut before = 0;
    for i in 0..100 {
        let thread = std::thread::spawn(|| std::panic::catch_unwind(|| work(9)));
        let caught = thread.join().unwrap().unwrap_err();
        assert_eq!(caught.downcast_ref::<u32>(), Some(&7));
        if i == 10 {
            before = resident();
        }
    }
    // CHECK: flat
    let grown = resident().saturating_sub(before);
    println!("{}", if grown < 2 << 20 { "flat" } else { "grown" });
}
