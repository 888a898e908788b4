//===- Main.cpp - Times functions with large locals -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers each function of each way as "<way>/<name>/<bytes>", for Google
// Benchmark to run in turns. WAYS is the list of the ways that are linked in:
// WAY(name, "shown name") for each.
//
//===----------------------------------------------------------------------===//

#include "Work.h"
#include <benchmark/benchmark.h>
#include <string>

#define WAY(NAME, SHOWN) extern "C" WorkList NAME;
WAYS;
#undef WAY

/// The size for which two threads call the function at the same time, too.
static constexpr std::size_t ThreadedBytes = 64 << 10;

static void time(benchmark::State &State, int (*Run)(int)) {
  // Page faults of the first calls are another matter: see Excursion.c.
  for (int Turn = 0; Turn < 3; ++Turn)
    benchmark::DoNotOptimize(Run(Turn));
  int Index = 0;
  for (auto Turn : State) {
    benchmark::DoNotOptimize(Run(Index));
    Index = (Index + 64) & 511;
  }
}

static void add(const char *Way, WorkList &List, bool OnTwoThreads) {
  for (const Work *Next = List(); Next->Run; ++Next) {
    std::string Name =
        std::string(Way) + '/' + Next->Name + '/' + std::to_string(Next->Bytes);
    if (!OnTwoThreads)
      benchmark::RegisterBenchmark(Name.c_str(), time, Next->Run);
    else if (Next->Bytes == ThreadedBytes && Next->Name == std::string("line"))
      benchmark::RegisterBenchmark(Name.c_str(), time, Next->Run)->Threads(2);
  }
}

/// With the argument "two", the functions run on two threads. One process does
/// not do both: malloc takes locks as soon as there was a second thread.
int main(int Count, char **Arguments) {
  bool OnTwoThreads = Count > 1 && Arguments[1] == std::string("two");
#define WAY(NAME, SHOWN) add(SHOWN, NAME, OnTwoThreads);
  WAYS;
#undef WAY
  benchmark::Initialize(&Count, Arguments);
  benchmark::RunSpecifiedBenchmarks();
}
