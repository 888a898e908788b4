; An exception out of a call nobody knows is assumed not to come; where one is
; caught, the function can go on, and does not if that is a way to return.

; RUN: %opt -passes='print<offstack-recursion>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not="' calls"

declare void @opaque()
declare void @opaque_dtor(ptr)
declare void @exit(i32) noreturn
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()
declare void @__cxa_rethrow() noreturn
declare void @_ZSt9terminatev() noreturn
declare void @__clang_call_terminate(ptr) noreturn
declare i32 @__gxx_personality_v0(...)

; A local's destructor runs while the exception passes through.
; CHECK: infinite: 'cleans_up' calls 'cleans_up'
define void @cleans_up(ptr %local) personality ptr @__gxx_personality_v0 {
  invoke void @opaque() to label %next unwind label %pad
next:
  invoke void @cleans_up(ptr %local) to label %done unwind label %pad
done:
  call void @opaque_dtor(ptr %local)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @opaque_dtor(ptr %local)
  resume { ptr, i32 } %e
}

; The destructor may not throw.
; CHECK: infinite: 'is_noexcept' calls 'is_noexcept'
define void @is_noexcept() personality ptr @__gxx_personality_v0 {
  invoke void @opaque() to label %next unwind label %pad
next:
  call void @is_noexcept()
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  %p = extractvalue { ptr, i32 } %e, 0
  call void @__clang_call_terminate(ptr %p)
  unreachable
}

; terminate() that the program itself calls ends the recursion.
define void @terminates(i1 %c) {
  br i1 %c, label %leave, label %call
leave:
  call void @_ZSt9terminatev()
  unreachable
call:
  call void @terminates(i1 %c)
  ret void
}

; It returns when opaque() throws.
define void @catches() personality ptr @__gxx_personality_v0 {
  invoke void @opaque() to label %next unwind label %pad
next:
  call void @catches()
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  %p = extractvalue { ptr, i32 } %e, 0
  %x = call ptr @__cxa_begin_catch(ptr %p)
  call void @__cxa_end_catch()
  ret void
}

; It catches, and goes on to call itself.
; CHECK: infinite: 'catches_and_goes_on' calls 'catches_and_goes_on'
define void @catches_and_goes_on() personality ptr @__gxx_personality_v0 {
  invoke void @opaque() to label %next unwind label %pad
next:
  call void @catches_and_goes_on()
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  %p = extractvalue { ptr, i32 } %e, 0
  %x = call ptr @__cxa_begin_catch(ptr %p)
  call void @__cxa_end_catch()
  br label %next
}

; The handler calls what may be fatal before it goes on.
define void @catches_and_reports() personality ptr @__gxx_personality_v0 {
  invoke void @opaque() to label %next unwind label %pad
next:
  call void @catches_and_reports()
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  %p = extractvalue { ptr, i32 } %e, 0
  %x = call ptr @__cxa_begin_catch(ptr %p)
  call void @opaque()
  call void @__cxa_end_catch()
  br label %next
}

; The handler ends the process.
define void @catches_and_exits() personality ptr @__gxx_personality_v0 {
  invoke void @opaque() to label %next unwind label %pad
next:
  call void @catches_and_exits()
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  call void @exit(i32 1)
  unreachable
}

; The handler throws again.
define void @catches_and_rethrows() personality ptr @__gxx_personality_v0 {
  invoke void @opaque() to label %next unwind label %pad
next:
  call void @catches_and_rethrows()
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  call void @__cxa_rethrow()
  unreachable
}

; What the recursive call throws can be caught only if it can throw: it cannot.
; CHECK: infinite: 'guards_itself' calls 'guards_itself'
define void @guards_itself() personality ptr @__gxx_personality_v0 {
  invoke void @guards_itself() to label %done unwind label %pad
done:
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  ret void
}

; A local's destructor is a function of this module with a call in it.
define void @local_dtor(ptr %p) {
  call void @opaque_dtor(ptr %p)
  ret void
}
; CHECK: infinite: 'cleans_up_here' calls 'cleans_up_here'
define void @cleans_up_here(ptr %local) personality ptr @__gxx_personality_v0 {
  invoke void @opaque() to label %next unwind label %pad
next:
  call void @cleans_up_here(ptr %local)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @local_dtor(ptr %local)
  resume { ptr, i32 } %e
}

; A destructor of this module that may end the process.
define void @exiting_dtor(i1 %c) {
  br i1 %c, label %leave, label %done
leave:
  call void @exit(i32 1)
  unreachable
done:
  ret void
}
define void @may_exit_cleaning_up(i1 %c) personality ptr @__gxx_personality_v0 {
  invoke void @opaque() to label %next unwind label %pad
next:
  call void @may_exit_cleaning_up(i1 %c)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @exiting_dtor(i1 %c)
  resume { ptr, i32 } %e
}

; An exception that runs a destructor, and then may not leave the function.
; CHECK: infinite: 'is_noexcept_with_local' calls 'is_noexcept_with_local'
define void @is_noexcept_with_local(ptr %local) personality ptr @__gxx_personality_v0 {
  invoke void @opaque() to label %next unwind label %pad
next:
  call void @is_noexcept_with_local(ptr %local)
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  %p = extractvalue { ptr, i32 } %e, 0
  call void @opaque_dtor(ptr %local)
  call void @__clang_call_terminate(ptr %p)
  unreachable
}
