//===- DepthProofs.cpp - Depths that are proven ---------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows all that a cycle can be called with: anything, what its callers pass,
// or every value of a narrow argument.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RecursionMeasure.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace offstack {

/// Returns the entries that callers outside of \p Cycle make, if all of them
/// are in the module.
static std::optional<std::vector<std::pair<unsigned, EntryValues>>>
collectEntries(const CallCycle &Cycle) {
  DenseSet<const Function *> Originals;
  for (const Function *F : Cycle.functions())
    Originals.insert(Cycle.copy().findOriginal(*F));
  std::vector<std::pair<unsigned, EntryValues>> Entries;
  for (auto [Number, Copy] : enumerate(Cycle.functions())) {
    const Function &F = *Cycle.copy().findOriginal(*Copy);
    if (!F.hasLocalLinkage())
      return std::nullopt;
    for (const Use &U : F.uses()) {
      const auto *Call = dyn_cast<CallBase>(U.getUser());
      if (!Call || !Call->isCallee(&U) ||
          Call->getFunctionType() != F.getFunctionType())
        return std::nullopt;
      if (Originals.contains(Call->getFunction()))
        continue;
      EntryValues Entry;
      for (Value *Argument : Call->args())
        Entry.Arguments.push_back(dyn_cast<ConstantInt>(Argument));
      Entries.push_back({static_cast<unsigned>(Number), std::move(Entry)});
    }
  }
  return Entries;
}

/// Returns entries with every value of the first argument of at most 8 bits, or
/// nothing if there is none.
static std::vector<std::pair<unsigned, EntryValues>>
enumerateNarrow(const CallCycle &Cycle, const RecursionStates &States) {
  bool Any = false;
  std::vector<std::pair<unsigned, EntryValues>> Entries;
  for (auto [Number, F] : enumerate(Cycle.functions())) {
    EntryValues Entry = States.getUnknownEntry(Number);
    const auto *Narrow = find_if(F->args(), [](const Argument &A) {
      return A.getType()->isIntegerTy() &&
             A.getType()->getIntegerBitWidth() <= 8;
    });
    if (Narrow == F->arg_end()) {
      Entries.push_back({static_cast<unsigned>(Number), Entry});
      continue;
    }
    Any = true;
    unsigned Width = Narrow->getType()->getIntegerBitWidth();
    for (unsigned Value = 0; Value < (1u << Width); ++Value) {
      Entry.Arguments[Narrow->getArgNo()] =
          ConstantInt::get(Narrow->getType(), Value);
      Entries.push_back({static_cast<unsigned>(Number), Entry});
    }
  }
  if (!Any)
    Entries.clear();
  return Entries;
}

std::optional<uint64_t> proveDepth(const CallCycle &Cycle,
                                   RecursionStates &States) {
  std::vector<std::pair<unsigned, EntryValues>> Unknown;
  for (unsigned Number = 0; Number < Cycle.functions().size(); ++Number)
    Unknown.push_back({Number, States.getUnknownEntry(Number)});
  if (auto Depth = States.computeDepth(Unknown))
    return Depth;
  if (auto Entries = collectEntries(Cycle); Entries && !Entries->empty())
    if (auto Depth = States.computeDepth(*Entries))
      return Depth;
  if (auto Narrow = enumerateNarrow(Cycle, States); !Narrow.empty())
    if (auto Depth = States.computeDepth(Narrow))
      return Depth;
  return findShrinkingDepth(Cycle, States);
}

} // namespace offstack
