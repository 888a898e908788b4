! Private arrays of OpenMP's threads and tasks, whose stacks are small.

! DEFINE: %{level} =
! DEFINE: %{stack} = env OMP_STACKSIZE=512K bash -c \
! DEFINE:   'ulimit -c 0; ulimit -S -s 1024; exec "$0" "$@"'
! DEFINE: %{compile} = %flang %{level} -fopenmp -L%llvm_libs %s
! DEFINE: %{box} = -fpass-plugin=%offstack_pass -Rpass=offstack
! REDEFINE: %{level} = -O0
! RUN: %{compile} -o %t.plain
! RUN: not --crash %{stack} %t.plain
! RUN: %{compile} %{box} -o %t.O0 2>&1 | FileCheck %s --check-prefix=BOXED
! RUN: %{stack} %t.O0 | FileCheck %s
! REDEFINE: %{level} = -O2
! RUN: %{compile} %{box} -o %t.O2 2>&1 | FileCheck %s --check-prefix=BOXED
! RUN: %{stack} %t.O2 | FileCheck %s

! BOXED-DAG: 'own' (2400000 bytes) is boxed
! BOXED-DAG: 'a' is boxed: when it is over the limit of 128 KiB at run time

! CHECK:      1350000.0 1900005.0 2450000.0 3000005.0 3550000.0 4100005.0 4650000.0 5200005.0
! CHECK-NEXT: 1800000.0
! CHECK-NEXT: 3000.0 6000.0 9000.0 12000.0

program main
  use omp_lib
  implicit none
  integer, parameter :: n = 400000
  real(8) :: private_copy(n), first(n), results(8), total
  integer :: i, j
  first = 2
  private_copy = -1
  results = 0
  call omp_set_num_threads(4)
  !$omp parallel do private(private_copy, j) firstprivate(first)
  do i = 1, 8
    private_copy = i
    do j = 1, n
      private_copy(j) = private_copy(j) + first(j)
    end do
    first(1) = 7
    results(i) = sum(private_copy) + work(i * 50000)
  end do
  !$omp end parallel do
  print '(8(f0.1,1x))', results
  total = 0
  !$omp parallel reduction(+:total)
  block
    real(8) :: own(300000)
    own = omp_get_thread_num()
    total = total + sum(own)
  end block
  !$omp end parallel
  print '(f0.1)', total
  !$omp parallel
  !$omp single
  do i = 1, 4
    !$omp task firstprivate(i) shared(results)
    results(i) = work(i * 1000)
    !$omp end task
  end do
  !$omp end single
  !$omp end parallel
  print '(4(f0.1,1x))', results(1:4)
contains
  real(8) function work(m)
    integer, intent(in) :: m
    real(8) :: a(m)
    a = 3
    work = sum(a)
  end function work
end program main
