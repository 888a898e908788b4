//===- ContainerMarks.cpp - Containers of what has been seen --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `if (!Seen.insert(N).second) return;`, by the names of the functions that are
// called: what they do is theirs.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/ContainerMarks.h"
#include "Offstack/Analysis/ContainerSizes.h"
#include "Offstack/Analysis/LimitTests.h"
#include "Offstack/Analysis/TypedField.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

using Sources = SmallSetVector<const Value *, 32>;

/// Adds to \p Found what the object at \p Local, or a part of it, is made from.
static void addInitializers(const AllocaInst &Local, Sources &Found) {
  SmallVector<const Value *, 4> Parts = {&Local};
  for (unsigned Next = 0; Next < Parts.size(); ++Next)
    for (const User *U : Parts[Next]->users()) {
      if (isa<GetElementPtrInst>(U)) {
        Parts.push_back(U);
      } else if (const auto *Store = dyn_cast<StoreInst>(U)) {
        if (Store->getPointerOperand() == Parts[Next])
          Found.insert(Store->getValueOperand());
      } else if (const auto *Call = dyn_cast<CallBase>(U);
                 Call && !Call->arg_empty() &&
                 Call->getArgOperand(0) == Parts[Next]) {
        // A constructor, an assignment, or a result that is too large.
        Found.insert_range(drop_begin(Call->args()));
      }
    }
}

/// Returns what \p V is made from, within its function.
static Sources collectSources(const Value &V) {
  constexpr unsigned MostSources = 96;
  Sources Found;
  Found.insert(&V);
  for (unsigned Next = 0; Next < Found.size() && Next < MostSources; ++Next) {
    const Value *Part = Found[Next];
    if (const auto *Local = dyn_cast<AllocaInst>(Part))
      addInitializers(*Local, Found);
    else if (const auto *Call = dyn_cast<CallBase>(Part))
      Found.insert_range(Call->args());
    else if (const auto *I = dyn_cast<Instruction>(Part))
      for (const Value *Operand : I->operand_values())
        if (!isa<BasicBlock>(Operand))
          Found.insert(Operand);
  }
  return Found;
}

/// Returns true if \p A and \p B are addresses of the same object.
static bool isSameContainer(const Value &A, const Value &B,
                            const DataLayout &DL) {
  return findObject(A) == findObject(B) &&
         findTypedField(A, DL) == findTypedField(B, DL);
}

/// Returns true if the object that \p Container is in, or that points to it, is
/// older than the call of its function.
static bool isGiven(const Value &Container) {
  const Value *Object = findObject(Container);
  if (isa<Argument, GlobalVariable>(Object))
    return true;
  const auto *Local = dyn_cast<AllocaInst>(Object);
  return Local && any_of(Local->users(), [&](const User *U) {
           const auto *Store = dyn_cast<StoreInst>(U);
           return Store && Store->getPointerOperand() == Local &&
                  isa<Argument>(Store->getValueOperand());
         });
}

namespace {

/// Something that is done with a container.
struct ContainerUse {
  const Instruction *Where;
  SmallVector<const Value *, 2> Containers;
  Sources Keys;
};

/// Looks for what notes and tests in front of one call.
class MarkSearch {
public:
  explicit MarkSearch(const CallBase &Call)
      : Call(Call), F(*Call.getFunction()) {}

  bool run();

private:
  ContainerUse describe(const CallBase &Use) const;
  void collectNotes();
  bool isPassedOn(const Value &Key) const;
  bool isForCallee(const ContainerUse &Note) const;
  bool isNotedBefore(ArrayRef<const ContainerUse *> Notes) const;
  bool isControlledBy(const BasicBlock &Block) const;
  bool isTested(const ContainerUse &Note) const;

  const CallBase &Call;
  const Function &F;
  SmallVector<ContainerUse, 4> Notes;
};

} // namespace

ContainerUse MarkSearch::describe(const CallBase &Use) const {
  ContainerUse Result{&Use, {}, {}};
  auto Add = [&](const Value &V) {
    if (V.getType()->isPointerTy() && isGiven(V))
      Result.Containers.push_back(&V);
  };
  if (Use.arg_empty())
    return Result;
  Add(*Use.getArgOperand(0));
  // Behind `seen[x]` and `std::find(path.begin(), path.end(), x)`.
  for (const Value *Part : collectSources(*Use.getArgOperand(0)))
    if (const auto *Access = dyn_cast<CallBase>(Part);
        Access && !isa<IntrinsicInst>(Access) && !Access->arg_empty()) {
      Add(*Access->getArgOperand(0));
      for (const Value *Key : drop_begin(Access->args()))
        Result.Keys.insert_range(collectSources(*Key));
    }
  for (const Value *Key : drop_begin(Use.args()))
    Result.Keys.insert_range(collectSources(*Key));
  return Result;
}

void MarkSearch::collectNotes() {
  for (const Instruction &I : instructions(F)) {
    const CallBase *Note = nullptr;
    if (const auto *Store = dyn_cast<StoreInst>(&I)) {
      // `seen[x] = true`
      Note = dyn_cast<CallBase>(Store->getPointerOperand());
      if (Note && !is_contained({"operator[]", "at"}, findBaseName(*Note)))
        continue;
    } else if (const auto *Other = dyn_cast<CallBase>(&I);
               Other && Other != &Call && !isa<IntrinsicInst>(Other) &&
               is_contained({"insert", "emplace", "try_emplace", "push_back",
                             "emplace_back", "push_front", "push", "add", "set",
                             "insert_or_assign", "operator="},
                            findBaseName(*Other))) {
      Note = Other;
    }
    if (!Note)
      continue;
    ContainerUse Use = describe(*Note);
    Use.Where = &I;
    if (!Use.Containers.empty())
      Notes.push_back(std::move(Use));
  }
}

/// Returns the argument that \p V is, or is kept in, or is loaded from where it
/// is kept; null for anything else.
static const Argument *findArgument(const Value &V) {
  const Value *Place = &V;
  if (const auto *Load = dyn_cast<LoadInst>(Place))
    Place = Load->getPointerOperand();
  if (const auto *Local = dyn_cast<AllocaInst>(Place))
    for (const User *U : Local->users())
      if (const auto *Store = dyn_cast<StoreInst>(U);
          Store && Store->getPointerOperand() == Local)
        return dyn_cast<Argument>(Store->getValueOperand());
  return dyn_cast<Argument>(Place);
}

/// Returns true if \p Key, an argument or where one is kept, is passed on as it
/// is.
bool MarkSearch::isPassedOn(const Value &Key) const {
  const Argument *Own = findArgument(Key);
  return Own && Own->getArgNo() < Call.arg_size() &&
         findArgument(*Call.getArgOperand(Own->getArgNo())) == Own;
}

/// Returns true if what \p Note adds is what the function is called with, or
/// what it calls for.
bool MarkSearch::isForCallee(const ContainerUse &Note) const {
  Sources Passed;
  for (const Value *Actual : Call.args())
    Passed.insert_range(collectSources(*Actual));
  return any_of(Note.Keys, [&](const Value *Key) {
    if (any_of(Note.Containers, [&](const Value *Container) {
          return findObject(*Container) == Key;
        }))
      return false;
    // Without optimisation, arguments are in a place of their own.
    return isa<AllocaInst, Argument>(Key) &&
           (Passed.contains(Key) || findArgument(*Key)) && !isPassedOn(*Key);
  });
}

/// Returns true if every path to the call passes one of \p Notes.
bool MarkSearch::isNotedBefore(ArrayRef<const ContainerUse *> Notes) const {
  EdgeSet Cut;
  for (const ContainerUse *Note : Notes) {
    const BasicBlock *Block = Note->Where->getParent();
    if (Block == Call.getParent() && Note->Where->comesBefore(&Call))
      return true;
    for (const BasicBlock *Next : successors(Block))
      Cut.insert({Block, Next});
  }
  return !findReachable(F.getEntryBlock(), Cut).contains(Call.getParent());
}

/// Returns true if the branch at the end of \p Block decides over the call.
bool MarkSearch::isControlledBy(const BasicBlock &Block) const {
  return any_of(successors(&Block), [&](const BasicBlock *Next) {
    EdgeSet Cut;
    Cut.insert({&Block, Next});
    return !findReachable(F.getEntryBlock(), Cut).contains(Call.getParent());
  });
}

/// Returns true if the container of \p Note is asked before the call is made.
bool MarkSearch::isTested(const ContainerUse &Note) const {
  const DataLayout &DL = F.getDataLayout();
  for (const BasicBlock &Block : F) {
    const auto *Branch = dyn_cast<BranchInst>(Block.getTerminator());
    if (!Branch || !Branch->isConditional())
      continue;
    for (const Value *Part : collectSources(*Branch->getCondition())) {
      const auto *Test = dyn_cast<CallBase>(Part);
      if (!Test ||
          !is_contained({"count", "contains", "find", "test", "at", "insert",
                         "emplace", "try_emplace", "add", "operator[]"},
                        findBaseName(*Test)))
        continue;
      ContainerUse Use = describe(*Test);
      if (any_of(Use.Containers,
                 [&](const Value *A) {
                   return any_of(Note.Containers, [&](const Value *B) {
                     return isSameContainer(*A, *B, DL);
                   });
                 }) &&
          isControlledBy(Block))
        return true;
    }
  }
  return false;
}

bool MarkSearch::run() {
  collectNotes();
  SmallVector<const ContainerUse *, 4> Fitting;
  for (const ContainerUse &Note : Notes)
    if (isForCallee(Note) && isTested(Note))
      Fitting.push_back(&Note);
  return !Fitting.empty() && isNotedBefore(Fitting);
}

bool isLimitedByContents(const CallBase &Call) {
  return MarkSearch(Call).run();
}

} // namespace offstack
