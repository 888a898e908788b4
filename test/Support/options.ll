; A wrong option is an error that names it and what was expected, in every
; spelling, and the nearest spelling wins.

; RUN: %opt -passes='offstack-box<local=4K>' -S %s -o /dev/null
; RUN: not %opt -passes='offstack-box<local=nonsense>' %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --check-prefix=LOCAL
; LOCAL: error: offstack: invalid value 'nonsense' for option 'local': expected bytes with an optional K, M or G

; RUN: not %opt -passes='offstack-box<locl=4K>' %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --check-prefix=NAME
; NAME: error: offstack: unknown option 'locl': expected one of stack, local,

; RUN: not %opt -passes='offstack-box<stack=toaster>' %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --check-prefix=STACK
; STACK: error: offstack: invalid value 'toaster' for option 'stack': expected bytes with an optional K, M or G, or one of glibc,

; The command line is read when a pipeline is built.
; RUN: not %opt -offstack-frame=bad -passes='default<O0>' %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --check-prefix=FRAME
; FRAME: error: offstack: invalid value 'bad' for option 'frame'

; So is the environment, which says so.
; RUN: env OFFSTACK_OPTIONS=verify=perhaps not %opt -passes='default<O2>' %s \
; RUN:   -o /dev/null 2>&1 | FileCheck %s --check-prefix=ENVIRONMENT
; ENVIRONMENT: error: offstack: in environment variable OFFSTACK_OPTIONS: invalid value 'perhaps' for option 'verify': expected true or false

define void @f() {
  ret void
}
