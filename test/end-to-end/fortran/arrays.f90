! Automatic, fixed and character arrays, derived types with large components that
! are returned and assigned, BLOCK scopes that are left early, matrices, and
! recursive procedures: at every level, with flang's own choice of what goes to
! the stack and without, on a stack that does not hold them.

! DEFINE: %{level} =
! DEFINE: %{stack} = bash -c 'ulimit -c 0; ulimit -S -s 512; exec "$0" "$@"'
! DEFINE: %{run} = %flang %{level} %s -o %t.boxed -fpass-plugin=%offstack_pass \
! DEFINE:   -mllvm -offstack-verify && %{stack} %t.boxed | FileCheck %s
! RUN: %flang -O2 %s -o %t.plain
! RUN: not --crash %{stack} %t.plain

! REDEFINE: %{level} = -O0
! RUN: %{run}
! REDEFINE: %{level} = -O1
! RUN: %{run}
! REDEFINE: %{level} = -O2
! RUN: %{run}
! RUN: %valgrind %t.boxed | FileCheck %s
! REDEFINE: %{level} = -O3
! RUN: %{run}
! REDEFINE: %{level} = -O0 -fstack-arrays
! RUN: %{run}
! REDEFINE: %{level} = -O2 -fstack-arrays
! RUN: %{run}
! REDEFINE: %{level} = -O3 -fstack-arrays
! RUN: %{run}

! CHECK:      automatic 500001000000.0
! CHECK-NEXT: characters 700000
! CHECK-NEXT: derived 400107.0
! CHECK-NEXT: blocks 500000.0
! CHECK-NEXT: sorted T
! CHECK-NEXT: ackermann 603
! CHECK-NEXT: early 300001.0
! CHECK-NEXT: sections 2723662500.0

module shapes
  implicit none
  type part
    real(8) :: values(100000)
    character(len=50000) :: label
    integer :: id
  end type part
  type whole
    type(part) :: first, second
    integer :: count
  end type whole
contains
  subroutine automatic(n, total)
    integer, intent(in) :: n
    real(8), intent(out) :: total
    real(8) :: a(n), b(n, 2)
    integer :: i
    do i = 1, n
      a(i) = i
    end do
    b(:, 1) = a
    b(:, 2) = 2 * a
    total = sum(a) + sum(b)
  end subroutine automatic

  subroutine characters(n, total)
    integer, intent(in) :: n
    integer, intent(out) :: total
    character(len=n) :: text, list(3)
    character(len=300000) :: fixed
    text = repeat('ab', n / 2)
    list = text
    list(2)(n:n) = 'z'
    fixed = text // 'tail'
    total = index(list(2), 'z') + len_trim(fixed)
  end subroutine characters

  function make_whole(id) result(w)
    integer, intent(in) :: id
    type(whole) :: w
    w%first%values = 1
    w%second%values = id
    w%first%label = 'first'
    w%second%label = 'second'
    w%first%id = id
    w%second%id = id + 1
    w%count = 2
  end function make_whole

  subroutine derived(total)
    real(8), intent(out) :: total
    type(whole) :: one
    type(part) :: copy
    one = make_whole(3)
    copy = one%second
    copy%values(5) = 100
    total = sum(one%first%values) + sum(copy%values) + copy%id + len_trim(copy%label)
  end subroutine derived

  subroutine blocks(n, total)
    integer, intent(in) :: n
    real(8), intent(out) :: total
    integer :: i
    total = 0
    do i = 1, 3
      block
        real(8) :: scratch(n), fixed(50000)
        scratch = i
        fixed = 1
        if (i == 2) cycle
        total = total + sum(scratch) + sum(fixed)
      end block
    end do
  end subroutine blocks

  recursive subroutine quick(a, depth)
    real(8), intent(inout) :: a(:)
    integer, intent(in) :: depth
    real(8) :: lower(size(a)), upper(size(a)), pivot
    real(8) :: pad(4000)
    integer :: i, l, u
    if (size(a) <= 1) return
    pad = depth
    pivot = a((size(a) + 1) / 2)
    l = 0
    u = 0
    do i = 1, size(a)
      if (i == (size(a) + 1) / 2) cycle
      if (a(i) < pivot) then
        l = l + 1
        lower(l) = a(i)
      else
        u = u + 1
        upper(u) = a(i)
      end if
    end do
    call quick(lower(1:l), depth + 1)
    call quick(upper(1:u), depth + 1)
    if (pad(7) /= depth) stop 1
    a(1:l) = lower(1:l)
    a(l + 1) = pivot
    a(l + 2:) = upper(1:u)
  end subroutine quick

  recursive integer(8) function ackermann(m, n) result(r)
    integer(8), intent(in) :: m, n
    integer(8) :: trace(2000)
    trace = m
    if (m == 0) then
      r = n + 1
    else if (n == 0) then
      r = ackermann(m - 1, 1_8)
    else
      r = ackermann(m - 1, ackermann(m, n - 1))
    end if
    if (trace(2) /= m) stop 2
  end function ackermann

  subroutine early(n, total)
    integer, intent(in) :: n
    real(8), intent(out) :: total
    real(8) :: work(n)
    work = 1
    total = sum(work)
    if (n > 10) goto 10
    total = -1
    return
10  total = total + 1
  end subroutine early

  subroutine sections(n, total)
    integer, intent(in) :: n
    real(8), intent(out) :: total
    real(8) :: matrix(n, n), vector(n)
    integer :: i
    matrix = 0
    do i = 1, n
      matrix(i, :) = i
    end do
    vector = matmul(transpose(matrix), [(real(i, 8), i = 1, n)])
    total = sum(vector) + sum(pack(matrix, matrix > n / 2))
  end subroutine sections
end module shapes

program main
  use shapes
  implicit none
  real(8) :: total
  real(8), allocatable :: list(:)
  integer :: count, i
  call automatic(500000, total)
  print '(a,f0.1)', 'automatic ', total
  call characters(400000, count)
  print '(a,i0)', 'characters ', count
  call derived(total)
  print '(a,f0.1)', 'derived ', total
  call blocks(100000, total)
  print '(a,f0.1)', 'blocks ', total
  allocate(list(20000))
  do i = 1, size(list)
    list(i) = mod(i * 7919_8, 20011_8)
  end do
  call quick(list, 0)
  print '(a,l1)', 'sorted ', all(list(2:) >= list(:size(list) - 1))
  print '(a,i0)', 'ackermann ', ackermann(2_8, 300_8)
  call early(300000, total)
  print '(a,f0.1)', 'early ', total
  call sections(300, total)
  print '(a,f0.1)', 'sections ', total
end program main
