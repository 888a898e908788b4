; Where exceptions run funclets, only a funclet could free a box on their way:
; an object stays where one may pass. Where none can, it is boxed.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK --implicit-check-not=remark:
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: remark: {{.*}}'buf' (8192 bytes) is kept on the stack: {{.*}}(call to 'throws') (offstack-scoped-exceptions)
; REMARK: remark: {{.*}}'buf' (8192 bytes) is kept on the stack: {{.*}}(call to 'throws') (offstack-scoped-exceptions)
; REMARK: remark: {{.*}}'late' (8192 bytes) is kept on the stack: {{.*}}(call to 'use') (offstack-scoped-exceptions)
; REMARK: remark: {{.*}}'scoped' (8192 bytes) is kept on the stack: {{.*}}(call to 'use') (offstack-scoped-exceptions)
; REMARK: remark: {{.*}}'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-scoped-exceptions)
; REMARK: remark: {{.*}}'buf' (8192 bytes) is kept on the stack: {{.*}}(call to 'throws') (offstack-scoped-exceptions)

declare void @use(ptr) nounwind
declare void @throws(ptr)
declare i32 @__CxxFrameHandler3(...)
declare i32 @__C_specific_handler(...)
declare i32 @__gxx_wasm_personality_v0(...)
declare i32 @__gxx_personality_v0(...)

; Nothing catches it here, but callers may.
; BOX-LABEL: define {{.*}}@kept_call(
; BOX: %buf = alloca
define void @kept_call() personality ptr @__CxxFrameHandler3 {
  %buf = alloca [8192 x i8]
  call void @throws(ptr %buf)
  ret void
}

; The callee does not throw.
; BOX-LABEL: define {{.*}}@boxed_call(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_call() personality ptr @__CxxFrameHandler3 {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; The other object, which no exception passes, is boxed.
; BOX-LABEL: define {{.*}}@kept_invoke(
; BOX: %buf = alloca
; BOX: %early.box = call ptr @malloc(
; BOX: call void @free(ptr %early.box)
; BOX: invoke void @throws
define void @kept_invoke() personality ptr @__CxxFrameHandler3 {
  %buf = alloca [8192 x i8]
  %early = alloca [8192 x i8]
  call void @llvm.lifetime.start.p0(ptr %early)
  call void @use(ptr %early)
  call void @llvm.lifetime.end.p0(ptr %early)
  invoke void @throws(ptr %buf) to label %done unwind label %cleanup
done:
  ret void
cleanup:
  %pad = cleanuppad within none []
  call void @use(ptr %buf) [ "funclet"(token %pad) ]
  cleanupret from %pad unwind to caller
}

; Used in the funclet alone: malloc there would need its token.
; BOX-LABEL: define {{.*}}@kept_in_funclet(
; BOX: %late = alloca
define void @kept_in_funclet() personality ptr @__CxxFrameHandler3 {
  %late = alloca [8192 x i8]
  invoke void @throws(ptr null) to label %done unwind label %cleanup
done:
  ret void
cleanup:
  %pad = cleanuppad within none []
  call void @use(ptr %late) [ "funclet"(token %pad) ]
  cleanupret from %pad unwind to caller
}

; Behind the funclet is no funclet.
; BOX-LABEL: define {{.*}}@boxed_behind_catch(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_behind_catch() personality ptr @__CxxFrameHandler3 {
  %buf = alloca [8192 x i8]
  invoke void @throws(ptr null) to label %done unwind label %dispatch
dispatch:
  %switch = catchswitch within none [label %catch] unwind to caller
catch:
  %pad = catchpad within %switch [ptr null, i32 64, ptr null]
  catchret from %pad to label %done
done:
  call void @use(ptr %buf)
  ret void
}

; A call that does not throw, but whose block has an edge to a funclet: nothing
; can stand in front of the switch.
; BOX-LABEL: define {{.*}}@kept_before_dispatch(
; BOX: %scoped = alloca
define void @kept_before_dispatch() nounwind personality ptr @__CxxFrameHandler3 {
  %scoped = alloca [8192 x i8]
  call void @llvm.lifetime.start.p0(ptr %scoped)
  call void @use(ptr %scoped)
  invoke void @use(ptr %scoped) to label %done unwind label %dispatch
dispatch:
  %switch = catchswitch within none [label %catch] unwind to caller
catch:
  %pad = catchpad within %switch [ptr null, i32 64, ptr null]
  catchret from %pad to label %caught
caught:
  ret void
done:
  call void @llvm.lifetime.end.p0(ptr %scoped)
  ret void
}

; MSVC's structured exceptions come from loads and stores, too.
; BOX-LABEL: define {{.*}}@kept_seh(
; BOX: %buf = alloca
define void @kept_seh() personality ptr @__C_specific_handler {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; WebAssembly.
; BOX-LABEL: define {{.*}}@kept_wasm(
; BOX: %buf = alloca
define void @kept_wasm() personality ptr @__gxx_wasm_personality_v0 {
  %buf = alloca [8192 x i8]
  call void @throws(ptr %buf)
  ret void
}

; BOX-LABEL: define {{.*}}@boxed_itanium(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_itanium() personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  call void @throws(ptr %buf)
  ret void
}
