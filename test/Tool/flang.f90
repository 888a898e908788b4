! `offstack flang` is flang with the pass: it compiles, links and answers.

! RUN: offstack --compiler=%flang flang -fstack-arrays -S -emit-llvm %s -o - \
! RUN:   | FileCheck %s
! RUN: env OFFSTACK_FC=%flang offstack-flang -fstack-arrays -S -emit-llvm %s \
! RUN:   -o - | FileCheck %s
! RUN: offstack %flang -fstack-arrays -S -emit-llvm %s -o - | FileCheck %s
! CHECK: @malloc(
! RUN: offstack --box=false %flang -fstack-arrays -S -emit-llvm %s -o - \
! RUN:   | FileCheck %s --check-prefix=PLAIN
! PLAIN-NOT: @malloc(
! PLAIN: ret void

! RUN: offstack %flang -c %s -o %t.o -Werror 2>&1 | count 0
! RUN: offstack %flang %t.o -o %t 2>&1 | count 0
! RUN: %t | FileCheck %s --check-prefix=OUTPUT
! OUTPUT: 4950
! RUN: %flang --version > %t.plain.txt
! RUN: offstack %flang --version | diff %t.plain.txt -
! RUN: not offstack %flang --no-such-flag -c %s 2> %t.wrapped.txt
! RUN: not %flang --no-such-flag -c %s 2> %t.plain.txt
! RUN: diff %t.plain.txt %t.wrapped.txt

! A colon would be the end of an option.

! RUN: not offstack --ignorelist=a:b %flang -c %s 2>&1 \
! RUN:   | FileCheck %s --check-prefix=COLON
! COLON: offstack: error: 'ignorelist=a:b' has a colon, and this compiler takes options separated by colons

subroutine work(n, total)
  integer, intent(in) :: n
  integer, intent(out) :: total
  integer :: numbers(n)
  integer :: i
  numbers = [(i, i = 0, n - 1)]
  total = sum(numbers)
end subroutine

program main
  integer :: total
  call work(100, total)
  print *, total
end program
