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

// Warnings on recursion are warnings in the report, and what the baseline has
// is not warned of again.
// RUN: env OFFSTACK_OPTIONS=report=%t/w.json %rustc --emit=obj --cfg endless \
// RUN:   -Zllvm-plugins=%offstack_pass -Cdebuginfo=1 -Ccodegen-units=1 \
// RUN:   %s -o %t/w.o 2>&1 | FileCheck %s --check-prefix=WARNS
// RUN: FileCheck %s --check-prefix=WARNING --input-file=%t/w.json
// RUN: env OFFSTACK_OPTIONS=baseline=%t/w.json %rustc --emit=obj --cfg endless \
// RUN:   -Zllvm-plugins=%offstack_pass -Cdebuginfo=1 -Ccodegen-units=1 \
// RUN:   %s -o %t/w.o 2>&1 | FileCheck %s --check-prefix=KNOWN --allow-empty
// WARNS:   warning: {{.*}}(offstack-infinite)
// WARNING: "rule": "infinite",
// WARNING-NEXT: "level": "warning",
// WARNING: "function": "endless",
// KNOWN-NOT: offstack
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

#[cfg(endless)]
#[allow(unconditional_recursion)]
#[no_mangle]
pub fn endless(n: u64) -> u64 {
    endless(n) ^ n
}

fn main() {
    assert_eq!(inner::large(3), 0);
    assert_eq!(factorial(std::hint::black_box(5)), 120);
}
