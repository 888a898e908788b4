//===- DepthDrivers.cpp - What else a recursion depends on ----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A counter that falls to its end is a guard only beside another reason to end:
// alone, it is what the recursion is about.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/CountedValues.h"
#include "Offstack/Analysis/DepthGuards.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace offstack {

/// Returns true if \p V is made of more than counters and constants: of memory,
/// of results, of pointers.
static bool readsInput(const Value *V) {
  constexpr unsigned MostParts = 24;
  SmallVector<const Value *, 8> Worklist = {V};
  for (unsigned Next = 0; Next < Worklist.size() && Next < MostParts; ++Next) {
    const Value *Part = Worklist[Next];
    if (isa<LoadInst, CallBase>(Part) ||
        (Part->getType()->isPointerTy() && !isa<Constant>(Part)))
      return true;
    if (const auto *I = dyn_cast<Instruction>(Part))
      append_range(Worklist, I->operand_values());
  }
  return false;
}

/// Returns the blocks of \p Target's function from which it is reached.
static DenseSet<const BasicBlock *> findReaching(const BasicBlock &Target) {
  DenseSet<const BasicBlock *> Reaching = {&Target};
  SmallVector<const BasicBlock *, 16> Worklist = {&Target};
  while (!Worklist.empty())
    for (const BasicBlock *Before : predecessors(Worklist.pop_back_val()))
      if (Reaching.insert(Before).second)
        Worklist.push_back(Before);
  return Reaching;
}

/// Returns the cell that \p Condition compares with something, or nothing.
static std::optional<MemoryCell> findComparedCell(const Value &Condition) {
  const auto *Compare = dyn_cast<ICmpInst>(&Condition);
  if (!Compare)
    return std::nullopt;
  for (const Value *V : Compare->operand_values())
    if (std::optional<MemoryCell> Cell = findCountedCell(V))
      return Cell;
  return std::nullopt;
}

void DepthGuards::findDrivers() {
  Drivers.resize(Cycle.calls().size());
  for (auto [Index, Call] : enumerate(Cycle.calls())) {
    DenseSet<const BasicBlock *> Reaching =
        findReaching(*Call.Call->getParent());
    for (const BasicBlock &Block : *Cycle.functions()[Call.Caller]) {
      const Instruction *Terminator = Block.getTerminator();
      if (!isa<BranchInst, SwitchInst>(Terminator) ||
          !Reaching.contains(&Block) ||
          all_of(successors(&Block), [&](const BasicBlock *Next) {
            return Reaching.contains(Next);
          }))
        continue;
      const Value *Condition = Terminator->getOperand(0);
      if (readsInput(Condition))
        Drivers[Index].push_back(findComparedCell(*Condition));
    }
  }
}

/// Returns true if something other than \p C decides as well whether the calls
/// of \p Group are made.
bool DepthGuards::isDrivenOtherwise(const GuardCounter &C,
                                    const BitVector &Group) const {
  return any_of(Group.set_bits(), [&](unsigned Index) {
    const std::optional<Counter> &Own =
        C.InFunction[Cycle.calls()[Index].Caller];
    return any_of(Drivers[Index], [&](const std::optional<MemoryCell> &Cell) {
      return !Cell || !Own || Own->Argument || !(*Cell == Own->Cell);
    });
  });
}

} // namespace offstack
