// `offstack rustc` is rustc with the pass: by command, by link, and as cargo
// calls a wrapper, with the path of rustc before the arguments.

// RUN: %rustc %s -o %t.plain
// RUN: not --crash %t.plain
// RUN: offstack --compiler=%rustc_path rustc %s -o %t.a
// RUN: %t.a | FileCheck %s
// RUN: offstack-rustc %rustc_path %s -o %t.b
// RUN: %t.b | FileCheck %s
// RUN: offstack %rustc_path %s -o %t.c
// RUN: %t.c | FileCheck %s
// RUN: env OFFSTACK_RUSTC=%rustc_path offstack rustc %s -o %t.d
// RUN: %t.d | FileCheck %s
// CHECK: heap 67108864

// Options reach the pass, and --box=false turns it off.

// RUN: offstack --local=1G --frame=1G %rustc_path %s -o %t.e
// RUN: not --crash %t.e
// RUN: env OFFSTACK_OPTIONS=local=1G offstack --box=false %rustc_path %s -o %t.f
// RUN: not --crash %t.f

// A stable compiler stays one: build scripts that try a feature get no for an
// answer, as without Offstack. With the bootstrap variable they get yes.

// RUN: not offstack %rustc_path --cfg feature %s -o %t.g 2>&1 \
// RUN:   | FileCheck %s --check-prefix=FEATURE
// FEATURE: error[E0725]: the feature `never_type` is not in the list of allowed
// RUN: env RUSTC_BOOTSTRAP=1 offstack %rustc_path --cfg feature %s -o %t.g

// Questions are answered as without Offstack.

// RUN: %rustc_path -vV > %t.plain.txt
// RUN: offstack-rustc %rustc_path -vV | diff %t.plain.txt -
// RUN: %rustc_path --print=cfg > %t.plain.txt
// RUN: offstack-rustc %rustc_path --print=cfg | diff %t.plain.txt -
// RUN: %rustc_path - --crate-name ___ --print=file-names --crate-type bin \
// RUN:   > %t.plain.txt < /dev/null
// RUN: offstack-rustc %rustc_path - --crate-name ___ --print=file-names \
// RUN:   --crate-type bin < /dev/null | diff %t.plain.txt -

// A rustc with another LLVM is told from a broken build.

// RUN: mkdir -p %t
// RUN: printf '#!/bin/sh\necho "LLVM version: 19.1.0"\n' > %t/rustc
// RUN: chmod +x %t/rustc
// RUN: not offstack %t/rustc %s 2>&1 | FileCheck %s --check-prefix=OTHER
// OTHER: offstack: error: '{{.*}}/rustc' is of LLVM 19, and cannot load a plugin for LLVM 22

#![cfg_attr(feature, feature(never_type))]

fn main() {
    let heap = Box::new([0u8; 64 << 20]);
    println!("heap {}", std::hint::black_box(&heap).len());
}
