! Crashes with a stack of 512 KiB, unless the array is boxed.
subroutine work(n, total)
  integer, intent(in) :: n
  integer, intent(out) :: total
  integer :: numbers(n)
  integer :: i
  numbers = [(mod(i, 2), i = 1, n)]
  total = sum(numbers)
end subroutine

program main
  integer :: total
  call work(1000000, total)
  print '(A, I0)', 'sum ', total
end program
