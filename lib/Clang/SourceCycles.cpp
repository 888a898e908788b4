//===- SourceCycles.cpp - May the source of a file recurse? ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Numbers functions as it comes to them.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/SourceCycles.h"
#include "Offstack/Analysis/Components.h"
#include "Offstack/Clang/SourceCalls.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"
#include <numeric>

using namespace clang;
using namespace llvm;

namespace offstack {

namespace {

/// The calls between the code of a file. What has code is numbered in the order
/// in which it is met.
class SourceCallGraph {
public:
  unsigned add(const Decl &Owner) {
    auto [Entry, IsNew] =
        Numbers.try_emplace(Owner.getCanonicalDecl(), Owners.size());
    if (IsNew)
      Owners.push_back(&Owner);
    return Entry->second;
  }

  /// Adds all that what is there leads to.
  void close();

  const Graph &callees() const { return Callees; }
  const Decl &getOwner(unsigned Number) const { return *Owners[Number]; }
  size_t getSize(unsigned Number) const { return Sizes[Number]; }
  size_t getSize() const {
    return std::accumulate(Sizes.begin(), Sizes.end(), size_t(0));
  }

private:
  DenseMap<const Decl *, unsigned> Numbers;
  std::vector<const Decl *> Owners;
  Graph Callees;
  /// How many statements each has.
  std::vector<size_t> Sizes;
};

} // namespace

void SourceCallGraph::close() {
  while (Callees.size() < Owners.size()) {
    SourceCalls Calls = findSourceCalls(*Owners[Callees.size()]);
    SmallVector<unsigned, 4> Numbers;
    for (const FunctionDecl *Callee : Calls.Callees)
      Numbers.push_back(add(*Callee));
    for (const FunctionDecl *Lambda : Calls.Lambdas)
      add(*Lambda);
    sort(Numbers);
    Numbers.erase(llvm::unique(Numbers), Numbers.end());
    Callees.push_back(std::move(Numbers));
    Sizes.push_back(Calls.Size);
  }
}

SourceCycles
findSourceCycles(ArrayRef<const Decl *> Owners,
                 function_ref<bool(const FunctionDecl &)> IsWanted) {
  SourceCallGraph Calls;
  for (const Decl *Owner : Owners)
    Calls.add(*Owner);
  Calls.close();
  SourceCycles Cycles;
  Cycles.SeenSize = Calls.getSize();
  for (const Component &Group : computeComponents(Calls.callees())) {
    if (!isCyclic(Group, Calls.callees()))
      continue;
    // Only functions are called.
    std::vector<const FunctionDecl *> Members;
    for (unsigned Number : Group)
      Members.push_back(cast<FunctionDecl>(&Calls.getOwner(Number)));
    if (none_of(Members, [&](const FunctionDecl *F) { return IsWanted(*F); }))
      continue;
    Cycles.Members.insert(Cycles.Members.end(), Members.begin(), Members.end());
    for (unsigned Number : Group)
      Cycles.Size += Calls.getSize(Number);
  }
  return Cycles;
}

} // namespace offstack
