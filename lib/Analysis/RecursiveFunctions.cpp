//===- RecursiveFunctions.cpp - Which functions can call themselves -------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Strongly connected components of LLVM's call graph.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RecursiveFunctions.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/Analysis/CallGraph.h"

using namespace llvm;

namespace offstack {

bool RecursiveFunctions::contains(const Function &F) {
  if (!Functions) {
    Functions.emplace();
    CallGraph Graph(M);
    for (auto SCC = scc_begin(&Graph); !SCC.isAtEnd(); ++SCC) {
      if (!SCC.hasCycle())
        continue;
      for (const CallGraphNode *Node : *SCC)
        Functions->insert(Node->getFunction());
    }
  }
  return Functions->contains(&F);
}

void RecursiveFunctions::addPart(const Function &Whole, const Function &Part) {
  if (contains(Whole))
    Functions->insert(&Part);
}

} // namespace offstack
