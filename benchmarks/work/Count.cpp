//===- Count.cpp - Calls one function, to count its instructions ----------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// count NAME CALLS, under callgrind: the difference of two runs, divided by
// that of their calls, is exact.
//
//===----------------------------------------------------------------------===//

#include "../boxes/Work.h"
#include <cstdlib>
#include <cstring>

extern "C" WorkList WORK_LIST;

int main(int, char **Arguments) {
  const Work *Next = WORK_LIST();
  while (Next->Run && std::strcmp(Next->Name, Arguments[1]))
    ++Next;
  if (!Next->Run)
    return 1;
  for (int Calls = std::atoi(Arguments[2]); Calls; --Calls)
    Next->Run(1);
}
