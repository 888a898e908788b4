; The run time copies an exception that is caught by value to a slot of the
; frame: the object there stays.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s
; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK --implicit-check-not=remark:
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: remark: {{.*}}'caught' (8192 bytes) is kept on the stack: {{.*}}(offstack-catch-object)

declare void @use(ptr) nounwind
declare void @throws()
declare i32 @__CxxFrameHandler3(...)

; CHECK: function 'kept_caught': object 'caught': catch-object at '%pad = catchpad
; BOX-LABEL: define {{.*}}@kept_caught(
; BOX: %caught = alloca
define void @kept_caught() personality ptr @__CxxFrameHandler3 {
  %caught = alloca [8192 x i8]
  invoke void @throws() to label %done unwind label %dispatch
dispatch:
  %switch = catchswitch within none [label %catch] unwind to caller
catch:
  %pad = catchpad within %switch [ptr null, i32 0, ptr %caught]
  catchret from %pad to label %done
done:
  call void @use(ptr %caught)
  ret void
}

; The same, caught without its object.
; CHECK: function 'boxed_not_caught': object 'other': no hazard
; BOX-LABEL: define {{.*}}@boxed_not_caught(
; BOX: %other.box = call ptr @malloc(
define void @boxed_not_caught() personality ptr @__CxxFrameHandler3 {
  %other = alloca [8192 x i8]
  invoke void @throws() to label %done unwind label %dispatch
dispatch:
  %switch = catchswitch within none [label %catch] unwind to caller
catch:
  %pad = catchpad within %switch [ptr null, i32 0, ptr null]
  catchret from %pad to label %done
done:
  call void @use(ptr %other)
  ret void
}
