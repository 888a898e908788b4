// rustc compiles a crate as several modules at the same time: they share a
// folder, or a file. Names are those of Rust, and without the hash of the crate.

// RUN: rm -rf %t && mkdir %t
// RUN: env OFFSTACK_OPTIONS=local=64K:report=%t/r/,%t/r.json,%t/r.sarif %rustc \
// RUN:   -Zllvm-plugins=%offstack_pass -Cdebuginfo=2 -Ccodegen-units=4 \
// RUN:   %s -o %t/program
// RUN: cat %t/r/*.json | FileCheck %s
// RUN: FileCheck %s --input-file=%t/r.json
// RUN: %python %S/Inputs/check_sarif.py %t/r.sarif
// RUN: %t/program
// CHECK-DAG: "message": "'buffer' (1000000 bytes) is boxed: over the limit of 64 KiB (offstack-boxed)"
// CHECK-DAG: "function": "rust::inner::large"
// CHECK-DAG: "function": "rust::factorial"
// CHECK-DAG: "variable": "buffer"

mod inner {
    pub fn large(n: usize) -> u8 {
        let buffer = std::hint::black_box([0u8; 1000000]);
        buffer[n]
    }
}

fn factorial(n: u64) -> u64 {
    if n == 0 { 1 } else { n * factorial(n - 1) }
}

fn main() {
    assert_eq!(inner::large(3), 0);
    assert_eq!(factorial(std::hint::black_box(5)), 120);
}
