// What a user of rustc is told. Recursion that certainly never ends is a warning,
// with the place where there is debug info; 'recursion' asks for more, 'disable'
// for less. Boxes, and what stays, are remarks.

// DEFINE: %{boxed} = %rustc --crate-type lib --crate-name demo \
// DEFINE:   -Zllvm-plugins=%offstack_pass %s -o %t.rlib

// RUN: %{boxed} -g 2>&1 | FileCheck %s --implicit-check-not=warning:
// CHECK: warning: offstack: {{.*}}warnings.rs:[[@LINE+24]]:9: recursion of 'demo::outer::stuck' is no-progress, as from argument 1 of 1, about {{[0-9]+}} bytes a level (offstack-no-progress)
// CHECK: warning: 1 warning emitted
// RUN: %{boxed} -O 2>&1 | FileCheck %s --check-prefix=PLACELESS
// PLACELESS: warning: offstack: recursion of 'demo::outer::stuck' is no-progress

// RUN: env OFFSTACK_OPTIONS=disable=no-progress %{boxed} -g 2>&1 | count 0
// RUN: env OFFSTACK_OPTIONS=recursion=unbounded %{boxed} -g 2>&1 \
// RUN:   | FileCheck %s --check-prefix=UNBOUNDED --implicit-check-not=warning:
// UNBOUNDED-DAG: warning: offstack: {{.*}} recursion of 'demo::outer::stuck' is no-progress
// UNBOUNDED-DAG: warning: offstack: {{.*}} recursion of 'demo::depth' is unbounded
// UNBOUNDED-DAG: warning: 2 warnings emitted

// RUN: %{boxed} -g -C remark='offstack-box offstack-recursion' 2>&1 \
// RUN:   | FileCheck %s --check-prefix=REMARKS
// REMARKS-DAG: note: {{.*}}warnings.rs:{{[0-9:]+}} offstack-box (success): '{{.*}}' (4194304 bytes) is boxed: over the limit of 128 KiB (offstack-boxed)
// REMARKS-DAG: note: {{.*}}warnings.rs:{{[0-9:]+}} offstack-recursion (analysis): recursion of {{.*}} is no-progress

pub mod outer {
    #[inline(never)]
    #[allow(dead_code)]
    pub fn stuck(n: u32) -> u32 {
        if n == 0 {
            return 0;
        }
        stuck(n).wrapping_add(1)
    }
}

pub struct List {
    next: Option<Box<List>>,
}

#[inline(never)]
pub fn depth(list: &List) -> u32 {
    match &list.next {
        Some(next) => 1 + depth(next),
        None => 0,
    }
}

#[inline(never)]
pub fn large(n: usize) -> u32 {
    let numbers = std::hint::black_box([1u32; 1 << 20]);
    numbers[n]
}
