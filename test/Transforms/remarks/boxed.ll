; The remark of a boxed object says which limit it broke.

; RUN: %opt -passes='offstack-box<local=4K;frame=12K;recursive-local=1K>' \
; RUN:   -pass-remarks=offstack -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=remark:

declare void @use(ptr)

; Larger than 'local'.
; CHECK: remark: {{.*}} 'large' (4097 bytes) is boxed: over the limit of 4 KiB (offstack-boxed){{$}}
define void @boxed_local() {
  %large = alloca [4097 x i8]
  call void @use(ptr %large)
  ret void
}

; Exactly as large as 'local' allows.
define void @silent_local() {
  %large = alloca [4096 x i8]
  call void @use(ptr %large)
  ret void
}

; Larger than 'recursive-local', in a function that calls itself.
; CHECK: remark: {{.*}} 'level' (1025 bytes) is boxed: over the limit of 1 KiB for a recursive function (offstack-boxed){{$}}
define void @boxed_recursive_local() {
  %level = alloca [1025 x i8]
  call void @use(ptr %level)
  call void @boxed_recursive_local()
  ret void
}

; None is large, the frame is: the largest goes.
; CHECK: remark: {{.*}} 'second' (4096 bytes) is boxed: the frame is over the limit of 12 KiB (offstack-boxed){{$}}
define void @boxed_frame() {
  %first = alloca [4095 x i8]
  %second = alloca [4096 x i8]
  %third = alloca [4095 x i8]
  %fourth = alloca [4095 x i8]
  call void @use(ptr %first)
  call void @use(ptr %second)
  call void @use(ptr %third)
  call void @use(ptr %fourth)
  ret void
}

; Exactly as large as 'frame' allows.
define void @silent_frame() {
  %first = alloca [4096 x i8]
  %second = alloca [4096 x i8]
  %third = alloca [4096 x i8]
  call void @use(ptr %first)
  call void @use(ptr %second)
  call void @use(ptr %third)
  ret void
}
