! A C++ exception passes a Fortran routine, which knows nothing of exceptions: its
! arrays do not leak. gfortran leaks its automatic arrays here, 77 MB of them.

! RUN: split-file %s %t
! DEFINE: %{level} =
! DEFINE: %{stack} = bash -c 'ulimit -c 0; ulimit -S -s 512; exec "$0" "$@"'
! DEFINE: %{box} = -fpass-plugin=%offstack_pass -mllvm -offstack-verify
! DEFINE: %{link} = %flang %t/throws.o %t/middle.o -lstdc++
! RUN: %clangxx -O2 -c %t/throws.cpp -o %t/throws.o
! RUN: %flang -O2 -c %t/middle.f90 -o %t/middle.o
! RUN: %{link} -o %t/plain
! RUN: not --crash %{stack} %t/plain

! RUN: %flang -O0 %{box} -c %t/middle.f90 -o %t/middle.o
! RUN: %{link} -o %t/O0 && %{stack} %t/O0 | FileCheck %s
! RUN: %valgrind %t/O0 | FileCheck %s
! RUN: %flang -O2 %{box} -c %t/middle.f90 -o %t/middle.o
! RUN: %{link} -o %t/O2 && %{stack} %t/O2 | FileCheck %s
! RUN: %valgrind %t/O2 | FileCheck %s
! RUN: %flang -O2 -fstack-arrays %{box} -c %t/middle.f90 -o %t/middle.o
! RUN: %{link} -o %t/arrays && %{stack} %t/arrays | FileCheck %s
! CHECK: caught 50, leaked 0 KiB

!--- middle.f90
subroutine middle(n, callback) bind(c)
  use iso_c_binding
  implicit none
  integer(c_int), value :: n
  interface
    subroutine callback(a, n) bind(c)
      import
      real(c_double) :: a(*)
      integer(c_int), value :: n
    end subroutine callback
  end interface
  real(c_double) :: automatic(n), fixed(100000)
  character(len=n) :: text
  automatic = 1
  fixed = 2
  text = 'x'
  call callback(automatic, n)
  call callback(fixed, 100000)
  if (text(1:1) /= 'x') stop 1
end subroutine middle
!--- throws.cpp
#include <cstdio>
#include <malloc.h>
#include <stdexcept>
extern "C" void middle(int, void (*)(double *, int));
static int Count;
static void callback(double *A, int N) {
  A[N - 1] = 3;
  if (++Count % 2 == 0)
    throw std::runtime_error("thrown");
}
static size_t inUse() { auto M = mallinfo2(); return M.uordblks + M.hblkhd; }
int main() {
  int Caught = 0;
  size_t Before = 0;
  for (int I = 0; I < 50; ++I) {
    try { middle(200000, callback); } catch (const std::runtime_error &) { ++Caught; }
    if (I == 0) Before = inUse();
  }
  printf("caught %d, leaked %zu KiB\n", Caught, (inUse() - Before) / 1024);
}
