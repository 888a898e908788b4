; A signal handler keeps its objects, and so does what only signal handlers
; call: malloc is not async-signal-safe.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-signal-handler)

%struct.sigaction = type { ptr, [128 x i8], i32, ptr }
@constant_action = constant %struct.sigaction { ptr @kept_in_constant, [128 x i8] zeroinitializer, i32 0, ptr null }
@copied_action = constant %struct.sigaction { ptr @kept_in_copy, [128 x i8] zeroinitializer, i32 0, ptr null }
@vtable = constant [1 x ptr] [ptr @boxed_virtual]

declare void @use(ptr)
declare ptr @signal(i32, ptr)
declare i32 @sigaction(i32, ptr, ptr)
declare i32 @atexit(ptr)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)

; Its address is an argument of signal().
; CHECK: function 'kept_handler': signal-handler{{$}}
; CHECK: function 'kept_handler': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_handler(
; BOX: %buf = alloca
define void @kept_handler(i32 %signal) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_helper()
  call void @boxed_shared_helper()
  call void @kept_mutual_a()
  ret void
}

; Its address is an argument of another function.
; CHECK: function 'boxed_exit_handler': no hazard
; BOX-LABEL: define {{.*}}@boxed_exit_handler(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_exit_handler() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @boxed_shared_helper()
  ret void
}

; Only a handler calls it.
; CHECK: function 'kept_helper': signal-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_helper(
; BOX: %buf = alloca
define internal void @kept_helper() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; Something else calls it too.
; CHECK: function 'boxed_shared_helper': no hazard
; BOX-LABEL: define {{.*}}@boxed_shared_helper(
; BOX: %buf.box = call ptr @malloc(
define internal void @boxed_shared_helper() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; Two that call each other, and that only the handler leads to.
; CHECK: function 'kept_mutual_a': signal-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_mutual_a(
; BOX: %buf = alloca
define internal void @kept_mutual_a() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_mutual_b()
  ret void
}

; CHECK: function 'kept_mutual_b': signal-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_mutual_b(
; BOX: %buf = alloca
define internal void @kept_mutual_b() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_mutual_a()
  ret void
}

; Stored in a function that calls sigaction().
; CHECK: function 'kept_in_struct': signal-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_in_struct(
; BOX: %buf = alloca
define void @kept_in_struct(i32 %signal) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; A field of a constant that sigaction() is given.
; CHECK: function 'kept_in_constant': signal-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_in_constant(
; BOX: %buf = alloca
define void @kept_in_constant(i32 %signal) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; A field of a constant that is copied for sigaction().
; CHECK: function 'kept_in_copy': signal-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_in_copy(
; BOX: %buf = alloca
define void @kept_in_copy(i32 %signal) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; An argument of a wrapper that stores its argument and calls sigaction().
; CHECK: function 'kept_through_wrapper': signal-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_through_wrapper(
; BOX: %buf = alloca
define void @kept_through_wrapper(i32 %signal) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; The result of a call that signal() is given, as a lambda at -O0.
; CHECK: function 'kept_returned': signal-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_returned(
; BOX: %buf = alloca
define internal void @kept_returned(i32 %signal) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; The call that returns it is made outside the handler.
; CHECK: function 'boxed_conversion': no hazard
; BOX-LABEL: define {{.*}}@boxed_conversion(
; BOX: %buf.box = call ptr @malloc(
define internal ptr @boxed_conversion() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret ptr @kept_returned
}

; A function that is only called where sigaction() is.
; CHECK: function 'boxed_called': no hazard
; BOX-LABEL: define {{.*}}@boxed_called(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_called() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; A function in a table whose address is stored where sigaction() is called.
; CHECK: function 'boxed_virtual': no hazard
; BOX-LABEL: define {{.*}}@boxed_virtual(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_virtual() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'install_signal': no hazard
define void @install_signal(i1 %ignore) {
  %handler = select i1 %ignore, ptr null, ptr @kept_handler
  %old = call ptr @signal(i32 2, ptr %handler)
  %returned = call ptr @boxed_conversion()
  %older = call ptr @signal(i32 3, ptr %returned)
  %exit = call i32 @atexit(ptr @boxed_exit_handler)
  ret void
}

; CHECK: function 'install_sigaction': no hazard
define void @install_sigaction(ptr %object) {
  %action = alloca %struct.sigaction
  store ptr @vtable, ptr %object
  call void @boxed_called()
  store ptr @kept_in_struct, ptr %action
  %1 = call i32 @sigaction(i32 1, ptr %action, ptr null)
  %2 = call i32 @sigaction(i32 2, ptr @constant_action, ptr null)
  call void @llvm.memcpy.p0.p0.i64(ptr %action, ptr @copied_action, i64 152, i1 false)
  %3 = call i32 @sigaction(i32 3, ptr %action, ptr null)
  ret void
}

; As clang writes it at -O0.
define internal void @wrapper(i32 %signal, ptr %handler) {
  %handler.addr = alloca ptr
  %action = alloca %struct.sigaction
  store ptr %handler, ptr %handler.addr
  %loaded = load ptr, ptr %handler.addr
  store ptr %loaded, ptr %action
  %1 = call i32 @sigaction(i32 %signal, ptr %action, ptr null)
  ret void
}

define void @install_through_wrapper() {
  call void @wrapper(i32 1, ptr @kept_through_wrapper)
  ret void
}

; Noted before optimisation.
; CHECK: function 'kept_noted': signal-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_noted(
; BOX: %buf = alloca
define void @kept_noted(i32 %signal) "offstack-signal-handler" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; Stored in a field of a struct sigaction, where sigaction() is not called: the
; start of a pipeline notes it. Another struct is none.
; CHECK: function 'kept_in_field': signal-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_in_field(
; BOX: %buf = alloca
define void @kept_in_field(i32 %signal) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_in_field': no hazard
; BOX-LABEL: define {{.*}}@boxed_in_field(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_in_field(i32 %signal) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

%struct.other = type { ptr, ptr }
define void @stores(ptr %action, ptr %other) {
  %field = getelementptr %struct.sigaction, ptr %action, i64 0, i32 0
  store ptr @kept_in_field, ptr %field
  %another = getelementptr %struct.other, ptr %other, i64 0, i32 1
  store ptr @boxed_in_field, ptr %another
  ret void
}

; RUN: %opt -passes='default<O2>' -offstack-box=false -S %s \
; RUN:   | FileCheck %s --check-prefix=NOTED
; NOTED: define {{.*}}@kept_in_field({{.*}} #[[HANDLER:[0-9]+]]
; NOTED: attributes #[[HANDLER]] = {{.*}}"offstack-signal-handler"
