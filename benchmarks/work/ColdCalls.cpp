//===- ColdCalls.cpp - What the functions of Cold.cpp call ----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In a file of its own: with the body at hand, a compiler would leave the rare
// path out.
//
//===----------------------------------------------------------------------===//

int step(int Number) { return Number & 0xffff; }

int report(char *Text, int Number) noexcept { return Text ? *Text : Number; }

int reportOrThrow(char *Text, int Number) { return report(Text, Number); }
