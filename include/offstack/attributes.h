/*===- attributes.h - Control over boxing and warnings ----------*- C++ -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* The attributes of OffstackClang.so as macros, for C and C++, that no compiler
|* warns of:
|*
|*   OFFSTACK_KEEP("the DMA engine wants it here") char ring[1 << 20];
|*   OFFSTACK_BOX void parse(const char *text);
|*
|* With the plugin they are its attributes. A clang without it gets annotations,
|* which OffstackPass.so understands. Other compilers get nothing.
|*
\*===----------------------------------------------------------------------===*/

#ifndef OFFSTACK_ATTRIBUTES_H
#define OFFSTACK_ATTRIBUTES_H

/* OFFSTACK_KEEP("why") keeps a variable, a parameter, or all objects of a
 * function on the stack, without a warning. OFFSTACK_BOX has a variable boxed,
 * or all objects of a function that are worth it. OFFSTACK_MAX_DEPTH(32, "why")
 * says that the recursion of a function is at most 32 levels deep,
 * OFFSTACK_BUDGET(4096, "why") that its frame may take 4096 bytes.
 *
 * The spelling of GNU: it is an extension in no language mode, and may stand in
 * front of a declaration and behind it. */
#if defined(__clang__)
#if __has_attribute(offstack_keep)
#define OFFSTACK_KEEP(why) __attribute__((offstack_keep(why)))
#define OFFSTACK_BOX __attribute__((offstack_box))
#define OFFSTACK_MAX_DEPTH(depth, why) \
  __attribute__((offstack_max_depth(depth, why)))
#define OFFSTACK_BUDGET(bytes, why) \
  __attribute__((offstack_budget(bytes, why)))
#else
#define OFFSTACK_KEEP(why) __attribute__((annotate("offstack.keep:" why)))
#define OFFSTACK_BOX __attribute__((annotate("offstack.box")))
#define OFFSTACK_MAX_DEPTH(depth, why)
#define OFFSTACK_BUDGET(bytes, why)
#endif
#else
#define OFFSTACK_KEEP(why)
#define OFFSTACK_BOX
#define OFFSTACK_MAX_DEPTH(depth, why)
#define OFFSTACK_BUDGET(bytes, why)
#endif

#endif /* OFFSTACK_ATTRIBUTES_H */
