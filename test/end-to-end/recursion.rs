// Recursion in Rust, as remarks.
// RUN: %rustc --crate-type lib -Zllvm-plugins=%offstack_pass -Cremark=offstack-recursion -Cdebuginfo=1 %s -o %t.rlib 2>&1 | FileCheck %s

pub struct Tree {
    pub left: Option<Box<Tree>>,
}

// CHECK-DAG: recursion of 'walk' is unbounded
#[no_mangle]
pub fn walk(t: &Tree) -> u32 {
    match &t.left {
        Some(l) => 1 + walk(l),
        None => 0,
    }
}

// CHECK-DAG: recursion of 'stuck' is no-progress, as from argument 1 of 1
#[no_mangle]
pub fn stuck(n: u32) -> u32 {
    if n == 0 {
        0
    } else {
        stuck(n).wrapping_add(1)
    }
}

// CHECK-DAG: recursion of 'limited' is bounded, 102 levels at most
#[no_mangle]
pub fn limited(t: &Tree, depth: u32) -> u32 {
    if depth > 100 {
        return 0;
    }
    match &t.left {
        Some(l) => 1 + limited(l, depth + 1),
        None => 0,
    }
}
