//===- Main.cpp - Times functions with large locals -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers each function of each way as "<way>/<name>/<bytes>", for Google
// Benchmark to run in turns. benchmarks/box-cache builds and reads it.
//
//===----------------------------------------------------------------------===//

#include "Work.h"
#include <benchmark/benchmark.h>
#include <string>

extern "C" WorkList stack_exe, malloc_exe, cache_exe;
extern "C" WorkList stack_so, malloc_so, cache_so;

static void time(benchmark::State &State, int (*Run)(int)) {
  int Index = 0;
  for (auto Turn : State) {
    benchmark::DoNotOptimize(Run(Index));
    Index = (Index + 64) & 511;
  }
}

static void add(const char *Way, WorkList &List) {
  for (const Work *Next = List(); Next->Run; ++Next) {
    std::string Name =
        std::string(Way) + '/' + Next->Name + '/' + std::to_string(Next->Bytes);
    benchmark::RegisterBenchmark(Name.c_str(), time, Next->Run);
  }
}

int main(int Count, char **Arguments) {
  add("stack", stack_exe);
  add("malloc", malloc_exe);
  add("cache", cache_exe);
  add("stack.so", stack_so);
  add("malloc.so", malloc_so);
  add("cache.so", cache_so);
  benchmark::Initialize(&Count, Arguments);
  benchmark::RunSpecifiedBenchmarks();
}
