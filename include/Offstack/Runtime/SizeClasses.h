/*===- SizeClasses.h - Which boxes are alike -------------------- -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* The cache keeps free blocks by size class. The pass computes the class of a
|* box of a known size, the runtime that of any other, both with this header.
|*
|* Four classes per doubling: 64, 80, 96, 112, 128, 160 and so on. With one per
|* doubling, a box of 40 MiB would take 64.
|*
\*===----------------------------------------------------------------------===*/

#ifndef OFFSTACK_RUNTIME_SIZECLASSES_H
#define OFFSTACK_RUNTIME_SIZECLASSES_H

#include <stdint.h>

/* The binary logarithm of the bytes of class 0. */
#define OFFSTACK_SMALLEST_CLASS_BITS 6

/* No box is larger: 64 TiB, half of what x86-64 gives a process. */
#define OFFSTACK_LARGEST_BOX ((uint64_t)1 << 46)

#define OFFSTACK_CLASS_COUNT ((46 - OFFSTACK_SMALLEST_CLASS_BITS) * 4 + 1)

/* The class to ask for where only run time tells the bytes. No block has it. */
#define OFFSTACK_UNKNOWN_CLASS OFFSTACK_CLASS_COUNT

/* Returns the class of boxes of Bytes, which is at most OFFSTACK_LARGEST_BOX:
 * the smallest that they fit in. */
static inline unsigned offstackGetClass(uint64_t Bytes) {
  unsigned Bits;
  if (Bytes <= (uint64_t)1 << OFFSTACK_SMALLEST_CLASS_BITS)
    return 0;
  Bytes -= 1;
  Bits = 63 - (unsigned)__builtin_clzll(Bytes);
  /* The two bits below the first say which quarter of the doubling it is. */
  return (Bits - OFFSTACK_SMALLEST_CLASS_BITS) * 4 +
         (unsigned)((Bytes >> (Bits - 2)) & 3) + 1;
}

/* Returns the bytes that each block of Class has. */
static inline uint64_t offstackGetClassBytes(unsigned Class) {
  return (uint64_t)(4 + (Class & 3))
         << (OFFSTACK_SMALLEST_CLASS_BITS - 2 + (Class >> 2));
}

#endif /* OFFSTACK_RUNTIME_SIZECLASSES_H */
