; In a function that is strict about floating point, calls carry the mark.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr)

; CHECK-LABEL: define void @boxed_strict(
; CHECK:         call ptr @malloc(i64 8192) #[[STRICT:[0-9]+]]
; CHECK:         call void @__offstack_out_of_memory({{.*}}) #[[STRICT]]
; CHECK:         call void @free({{.*}}) #[[STRICT]]
define void @boxed_strict() strictfp nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf) strictfp
  ret void
}

; CHECK-LABEL: define void @boxed_plain(
; CHECK:         call ptr @malloc(i64 8192) #[[PLAIN:[0-9]+]]
define void @boxed_plain() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

; CHECK-DAG: attributes #[[STRICT]] = { nounwind strictfp }
; CHECK-DAG: attributes #[[PLAIN]] = { nounwind }
