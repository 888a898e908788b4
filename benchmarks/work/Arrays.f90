! Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
! See LICENSE for license information.
! SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
!
! A fixed array of 1 MiB, and automatic ones, whose size an argument tells: what
! it costs to have them (touch) and whether their pages are still there (write).

module arrays
  use, intrinsic :: iso_c_binding
  implicit none
  integer, parameter :: fixed = 1048576
  interface
    ! Keeps the compiler from leaving the array out.
    subroutine show(array) bind(c)
      import
      integer(c_int8_t), intent(inout) :: array(*)
    end subroutine
  end interface
contains
  recursive function touch_fixed(at) bind(c) result(value)
    integer(c_int), value :: at
    integer(c_int) :: value
    integer(c_int8_t) :: buffer(fixed)
    buffer(at + 1) = 1
    call show(buffer)
    value = buffer(at + 1)
  end function

  recursive function write_fixed(with) bind(c) result(value)
    integer(c_int), value :: with
    integer(c_int) :: value
    integer(c_int8_t) :: buffer(fixed)
    buffer = int(with, c_int8_t)
    call show(buffer)
    value = buffer(with + 1)
  end function

  function touch_automatic(at, bytes) bind(c) result(value)
    integer(c_int), value :: at
    integer(c_int), value :: bytes
    integer(c_int) :: value
    integer(c_int8_t) :: buffer(bytes)
    buffer(at + 1) = 1
    call show(buffer)
    value = buffer(at + 1)
  end function

  function write_automatic(with, bytes) bind(c) result(value)
    integer(c_int), value :: with
    integer(c_int), value :: bytes
    integer(c_int) :: value
    integer(c_int8_t) :: buffer(bytes)
    buffer = int(with, c_int8_t)
    call show(buffer)
    value = buffer(with + 1)
  end function
end module
