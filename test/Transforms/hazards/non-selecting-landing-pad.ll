; A landing pad is entered for other exceptions once it frees a box. One that
; takes every exception for the one it names would then swallow them.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-non-selecting-landing-pad)

@typeinfo = external constant ptr
declare void @use(ptr)
declare i32 @__gxx_personality_v0(...)
declare i32 @llvm.eh.typeid.for.p0(ptr)

; Nothing reads the selector.
; CHECK: function 'kept_selector_unread': non-selecting-landing-pad at '%pad = landingpad
; BOX-LABEL: define {{.*}}@kept_selector_unread(
; BOX: %buf = alloca
define void @kept_selector_unread() personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  invoke void @use(ptr %buf) to label %done unwind label %handler
handler:
  %pad = landingpad { ptr, i32 } catch ptr @typeinfo
  %exception = extractvalue { ptr, i32 } %pad, 0
  call void @use(ptr %exception)
  ret void
done:
  ret void
}

; It throws the exception on in some cases, but not by its type.
; CHECK: function 'kept_selector_lost': non-selecting-landing-pad at '%pad = landingpad
; BOX-LABEL: define {{.*}}@kept_selector_lost(
; BOX: %buf = alloca
define void @kept_selector_lost(i1 %caught) personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  invoke void @use(ptr %buf) to label %done unwind label %handler
handler:
  %pad = landingpad { ptr, i32 } catch ptr @typeinfo
  %exception = extractvalue { ptr, i32 } %pad, 0
  %unread = extractvalue { ptr, i32 } %pad, 1
  %rethrown = insertvalue { ptr, i32 } zeroinitializer, ptr %exception, 0
  br i1 %caught, label %done, label %other
other:
  resume { ptr, i32 } %rethrown
done:
  ret void
}

; The first with a catch-all clause: there is no other exception.
; CHECK: function 'boxed_catch_all': no hazard
; BOX-LABEL: define {{.*}}@boxed_catch_all(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_catch_all() personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  invoke void @use(ptr %buf) to label %done unwind label %handler
handler:
  %pad = landingpad { ptr, i32 } catch ptr null
  %exception = extractvalue { ptr, i32 } %pad, 0
  call void @use(ptr %exception)
  ret void
done:
  ret void
}

; An empty filter lets no exception pass either.
; CHECK: function 'boxed_empty_filter': no hazard
; BOX-LABEL: define {{.*}}@boxed_empty_filter(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_empty_filter() personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  invoke void @use(ptr %buf) to label %done unwind label %handler
handler:
  %pad = landingpad { ptr, i32 } filter [0 x ptr] zeroinitializer
  %exception = extractvalue { ptr, i32 } %pad, 0
  call void @use(ptr %exception)
  ret void
done:
  ret void
}

; A filter with a type lets that type pass.
; CHECK: function 'kept_filter': non-selecting-landing-pad at '%pad = landingpad
; BOX-LABEL: define {{.*}}@kept_filter(
; BOX: %buf = alloca
define void @kept_filter() personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  invoke void @use(ptr %buf) to label %done unwind label %handler
handler:
  %pad = landingpad { ptr, i32 } filter [1 x ptr] [ptr @typeinfo]
  %exception = extractvalue { ptr, i32 } %pad, 0
  call void @use(ptr %exception)
  ret void
done:
  ret void
}

; A pad that is a cleanup already is entered for every exception today.
; CHECK: function 'boxed_cleanup': no hazard
; BOX-LABEL: define {{.*}}@boxed_cleanup(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_cleanup() personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  invoke void @use(ptr %buf) to label %done unwind label %handler
handler:
  %pad = landingpad { ptr, i32 } cleanup catch ptr @typeinfo
  %exception = extractvalue { ptr, i32 } %pad, 0
  call void @use(ptr %exception)
  ret void
done:
  ret void
}

; The selector is compared, and what does not match goes on: clang's form.
; CHECK: function 'boxed_selecting': no hazard
; BOX-LABEL: define {{.*}}@boxed_selecting(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_selecting() personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  invoke void @use(ptr %buf) to label %done unwind label %handler
handler:
  %pad = landingpad { ptr, i32 } catch ptr @typeinfo
  %selector = extractvalue { ptr, i32 } %pad, 1
  %wanted = call i32 @llvm.eh.typeid.for.p0(ptr @typeinfo)
  %matches = icmp eq i32 %selector, %wanted
  br i1 %matches, label %done, label %other
other:
  resume { ptr, i32 } %pad
done:
  ret void
}

; The selector is compared, but what does not match is not thrown on.
; CHECK: function 'kept_no_resume': non-selecting-landing-pad at '%pad = landingpad
; BOX-LABEL: define {{.*}}@kept_no_resume(
; BOX: %buf = alloca
define void @kept_no_resume() personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  invoke void @use(ptr %buf) to label %done unwind label %handler
handler:
  %pad = landingpad { ptr, i32 } catch ptr @typeinfo
  %selector = extractvalue { ptr, i32 } %pad, 1
  %wanted = call i32 @llvm.eh.typeid.for.p0(ptr @typeinfo)
  %matches = icmp eq i32 %selector, %wanted
  br i1 %matches, label %done, label %other
other:
  ret void
done:
  ret void
}

; The only resume throws on an exception that the handler itself has thrown.
; CHECK: function 'kept_resume_of_another': non-selecting-landing-pad at '%pad = landingpad
; BOX-LABEL: define {{.*}}@kept_resume_of_another(
; BOX: %buf = alloca
define void @kept_resume_of_another() personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  invoke void @use(ptr %buf) to label %done unwind label %handler
handler:
  %pad = landingpad { ptr, i32 } catch ptr @typeinfo
  %selector = extractvalue { ptr, i32 } %pad, 1
  %wanted = call i32 @llvm.eh.typeid.for.p0(ptr @typeinfo)
  %matches = icmp eq i32 %selector, %wanted
  br i1 %matches, label %done, label %other
other:
  invoke void @use(ptr %buf) to label %done unwind label %nested
nested:
  %second = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %second
done:
  ret void
}
