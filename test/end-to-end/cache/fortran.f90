! Automatic and fixed arrays of Fortran from the cache, on a stack that holds
! neither.

! DEFINE: %{stack} = bash -c 'ulimit -c 0; ulimit -S -s 1024; exec "$0" "$@"'
! DEFINE: %{box} = -fpass-plugin=%offstack_pass -mllvm -offstack-alloc=cache \
! DEFINE:   -mllvm -offstack-verify
! RUN: %flang -O0 %{box} %s -o %t.O0
! RUN: nm %t.O0 | FileCheck %s --check-prefix=SYMBOLS
! RUN: %{stack} %t.O0 | FileCheck %s
! RUN: %flang -O2 %{box} %s -o %t.O2
! RUN: %{stack} %t.O2 | FileCheck %s
! SYMBOLS: __offstack_v1_acquire

subroutine work(n, total)
  implicit none
  integer, intent(in) :: n
  real(8), intent(out) :: total
  real(8) :: automatic(n), fixed(300000)
  integer :: i
  do i = 1, n
    automatic(i) = i
  end do
  fixed = 1.0d0
  total = sum(automatic) + sum(fixed)
end subroutine work

program main
  implicit none
  real(8) :: total
  integer :: i
  do i = 1, 20
    call work(1000 * i, total)
  end do
  ! CHECK: 800500.
  call work(1000, total)
  print *, total
  ! CHECK: 2000001300000.
  call work(2000000, total)
  print *, total
end program main
