// A build system is told that an object depends on the plugin, by the options
// that write dependencies while they compile; not on a plugin that the dynamic
// linker has found.

// RUN: %clang -c %s -o %t.o -MD -MF %t.d -fplugin=%offstack_clang
// RUN: FileCheck %s --input-file=%t.d
// RUN: %clang -c %s -o %t.o -MMD -MP -MF %t.d -fplugin=%offstack_clang
// RUN: FileCheck %s --input-file=%t.d
// CHECK: dependencies.c
// CHECK: OffstackClang.so

// RUN: env LD_LIBRARY_PATH=%offstack_build/lib \
// RUN:   %clang -c %s -o %t.o -MD -MF - -fplugin=OffstackClang.so \
// RUN:   | FileCheck %s --check-prefix=FOUND --implicit-check-not=OffstackClang
// FOUND: dependencies.c
