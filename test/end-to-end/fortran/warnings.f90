! Recursion that certainly never ends is a warning of flang, with its place where
! there is debug info.

! RUN: %flang -c %s -o %t.o -fpass-plugin=%offstack_pass 2>&1 | FileCheck %s
! CHECK: warning: offstack: recursion of 'stuck_' is no-progress{{.*}} (offstack-no-progress)
! RUN: %flang -O2 -g -c %s -o %t.o -fpass-plugin=%offstack_pass 2>&1 \
! RUN:   | FileCheck %s --check-prefix=PLACE --implicit-check-not=warning
! PLACE: warning: offstack: {{.*}}warnings.f90:[[@LINE+10]]:5: recursion of 'stuck_' is no-progress
! RUN: env OFFSTACK_OPTIONS=disable=no-progress %flang -c %s -o %t.o \
! RUN:   -fpass-plugin=%offstack_pass 2>&1 | count 0

recursive function stuck(n) result(r)
  integer, intent(in) :: n
  integer :: r
  if (n == 0) then
    r = 0
  else
    r = stuck(n) + 1
  end if
end function

recursive function ends(n) result(r)
  integer, intent(in) :: n
  integer :: r
  r = 0
  if (n > 0) r = ends(n - 1) + 1
end function
