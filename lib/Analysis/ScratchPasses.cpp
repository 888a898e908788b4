//===- ScratchPasses.cpp - Simplifies a scratch copy ----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs LLVM's passes, and no more of them than what has changed needs.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/ScratchPasses.h"
#include "Offstack/Analysis/AnalysisManagers.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/IPO/AlwaysInliner.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/JumpThreading.h"
#include "llvm/Transforms/Scalar/SROA.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"
#include "llvm/Transforms/Utils/Mem2Reg.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace offstack {

namespace {

/// Runs passes over functions, none of them twice on what has not changed.
class Simplifier {
public:
  explicit Simplifier(Module &M) : M(M) {}

  /// Brings the locals of \p F into registers.
  void promote(Function &F);

  /// The same, and simplifies it.
  void simplify(Function &F);

  /// Simplifies \p F again, jumps too. \p IsChanged tells whether something was
  /// inlined into it.
  void finish(Function &F, bool IsChanged);

  void inlineCallees() {
    AlwaysInlinerPass(/*InsertLifetime=*/false).run(M, MAM);
  }

  /// Inlines callees, and simplifies all functions before and \p Functions so
  /// many times behind it, by every pass.
  void simplifyRepeatedly(ArrayRef<Function *> Functions, unsigned Rounds);

private:
  enum PassKind { Promote, Split, Reuse, Blocks, Jumps, PassCount };

  struct State {
    unsigned Version = 1;
    /// The version that each pass has left, or 0.
    unsigned Seen[PassCount] = {};
  };

  template <typename PassType>
  void run(Function &F, PassKind Kind, PassType Pass);

  Module &M;
  AnalysisManagers Managers;
  FunctionAnalysisManager &FAM = Managers.Functions;
  ModuleAnalysisManager &MAM = Managers.Modules;
  DenseMap<const Function *, State> States;
};

} // namespace

template <typename PassType>
void Simplifier::run(Function &F, PassKind Kind, PassType Pass) {
  State &S = States[&F];
  if (S.Seen[Kind] == S.Version)
    return;
  PreservedAnalyses Preserved = Pass.run(F, FAM);
  FAM.invalidate(F, Preserved);
  if (!Preserved.areAllPreserved())
    ++S.Version;
  S.Seen[Kind] = S.Version;
}

/// Returns true if \p F has a local in memory.
static bool hasLocals(const Function &F) {
  return any_of(F.getEntryBlock(),
                [](const Instruction &I) { return isa<AllocaInst>(I); });
}

void Simplifier::promote(Function &F) {
  if (hasLocals(F))
    run(F, Promote, PromotePass());
  if (hasLocals(F))
    run(F, Split, SROAPass(SROAOptions::ModifyCFG));
}

void Simplifier::simplify(Function &F) {
  promote(F);
  run(F, Reuse, EarlyCSEPass());
  run(F, Blocks, SimplifyCFGPass());
}

void Simplifier::finish(Function &F, bool IsChanged) {
  if (IsChanged) {
    ++States[&F].Version;
    FAM.clear(F, F.getName());
    simplify(F);
  }
  unsigned Before = States[&F].Version;
  run(F, Jumps, JumpThreadingPass());
  if (States[&F].Version == Before)
    return;
  run(F, Reuse, EarlyCSEPass());
  run(F, Blocks, SimplifyCFGPass());
}

/// Has branches of \p F turn on what they turn on the opposite of, as that of
/// `p == nullptr ? false : true`, so that other conditions are seen to follow.
static void straightenBranches(Function &F) {
  for (BasicBlock &Block : F) {
    auto *Branch = dyn_cast<BranchInst>(Block.getTerminator());
    Value *Opposite;
    if (!Branch || !Branch->isConditional() ||
        !match(Branch->getCondition(),
               m_CombineOr(m_Not(m_Value(Opposite)),
                           m_Select(m_Value(Opposite), m_Zero(), m_One()))))
      continue;
    Branch->setCondition(Opposite);
    Branch->swapSuccessors();
  }
}

void Simplifier::simplifyRepeatedly(ArrayRef<Function *> Functions,
                                    unsigned Rounds) {
  FunctionPassManager Passes;
  Passes.addPass(SROAPass(SROAOptions::ModifyCFG));
  Passes.addPass(EarlyCSEPass());
  Passes.addPass(SimplifyCFGPass());
  for (Function &F : M)
    if (!F.isDeclaration())
      Passes.run(F, FAM);
  inlineCallees();
  FAM.clear();
  MAM.clear();
  Passes.addPass(JumpThreadingPass());
  Passes.addPass(EarlyCSEPass());
  Passes.addPass(SimplifyCFGPass());
  for (unsigned Round = 0; Round < Rounds; ++Round)
    for (Function *F : Functions) {
      if (Round > 0)
        straightenBranches(*F);
      FAM.invalidate(*F, Passes.run(*F, FAM));
    }
}

/// Returns true if \p F calls something that is always inlined.
static bool inlinesCallees(const Function &F) {
  return any_of(instructions(F), [](const Instruction &I) {
    const auto *Call = dyn_cast<CallBase>(&I);
    const Function *Callee = Call ? Call->getCalledFunction() : nullptr;
    return Callee && !Callee->isDeclaration() &&
           Callee->hasFnAttribute(Attribute::AlwaysInline);
  });
}

void simplifyScratch(Module &M, ArrayRef<Function *> Members, unsigned Rounds) {
  Simplifier Passes(M);
  if (Rounds > 1)
    return Passes.simplifyRepeatedly(Members, Rounds);
  DenseSet<const Function *> Changed;
  for (Function *F : Members)
    if (inlinesCallees(*F))
      Changed.insert(F);
  for (Function &F : M) {
    if (F.isDeclaration())
      continue;
    if (Changed.contains(&F))
      Passes.promote(F);
    else
      Passes.simplify(F);
  }
  if (!Changed.empty())
    Passes.inlineCallees();
  for (Function *F : Members)
    Passes.finish(*F, Changed.contains(F));
}

} // namespace offstack
