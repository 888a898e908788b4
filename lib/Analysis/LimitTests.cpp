//===- LimitTests.cpp - Calls that a test of a counter controls -----------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Cuts edges and walks what is left.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/LimitTests.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace offstack {

/// Adds what the last of \p Facts, made of \p Compare, says of a number whose
/// upper bits are compared with zero.
static void addMaskFact(const ICmpInst &Compare,
                        SmallVectorImpl<EdgeFact> &Facts) {
  const Value *Number;
  const APInt *Mask;
  EdgeFact Fact = Facts.back();
  if (Fact.Holds != CmpInst::ICMP_EQ ||
      !match(Compare.getOperand(1), m_Zero()) ||
      !match(Compare.getOperand(0), m_And(m_Value(Number), m_APInt(Mask))) ||
      !Mask->isNegatedPowerOf2())
    return;
  Facts.push_back({Fact.From, Fact.To, Number,
                   ConstantInt::get(Number->getType(), ~*Mask),
                   CmpInst::ICMP_ULE});
}

/// Adds that the cases of \p Switch, other than the default, are below a limit.
static void addCaseFacts(const SwitchInst &Switch,
                         SmallVectorImpl<EdgeFact> &Facts) {
  DenseMap<const BasicBlock *, const ConstantInt *> Largest;
  for (const auto &Case : Switch.cases()) {
    const ConstantInt *&Most = Largest[Case.getCaseSuccessor()];
    if (!Most || Most->getValue().ult(Case.getCaseValue()->getValue()))
      Most = Case.getCaseValue();
  }
  for (const BasicBlock *To : successors(&Switch))
    if (const ConstantInt *Most = Largest.lookup(To);
        Most && To != Switch.getDefaultDest()) {
      Facts.push_back({Switch.getParent(), To, Switch.getCondition(), Most,
                       CmpInst::ICMP_ULE});
      Largest.erase(To);
    }
}

/// Adds what is known on \p Edge, where \p Condition is \p Outcome.
static void addFacts(const BasicBlock *From, const BasicBlock *To,
                     const Value *Condition, bool Outcome,
                     SmallVectorImpl<EdgeFact> &Facts) {
  constexpr unsigned MostParts = 16;
  SmallVector<std::pair<const Value *, bool>, 4> Worklist = {
      {Condition, Outcome}};
  for (unsigned Next = 0; Next < Worklist.size() && Next < MostParts; ++Next) {
    auto [V, Holds] = Worklist[Next];
    const Value *Left, *Right;
    if (const auto *Compare = dyn_cast<ICmpInst>(V)) {
      Facts.push_back(
          {From, To, Compare->getOperand(0), Compare->getOperand(1),
           Holds ? Compare->getPredicate() : Compare->getInversePredicate()});
      addMaskFact(*Compare, Facts);
      // A truth value that is compared with zero.
      const Value *Truth;
      if (match(Compare->getOperand(1), m_Zero()) && Compare->isEquality() &&
          match(Compare->getOperand(0), m_ZExtOrSExt(m_Value(Truth))) &&
          Truth->getType()->isIntegerTy(1))
        Worklist.push_back(
            {Truth, Holds == (Compare->getPredicate() == CmpInst::ICMP_NE)});
    } else if (match(V, m_Not(m_Value(Left)))) {
      Worklist.push_back({Left, !Holds});
    } else if (Holds ? match(V, m_LogicalAnd(m_Value(Left), m_Value(Right)))
                     : match(V, m_LogicalOr(m_Value(Left), m_Value(Right)))) {
      Worklist.push_back({Left, Holds});
      Worklist.push_back({Right, Holds});
    } else if (match(V, m_Freeze(m_Value(Left))) ||
               match(V, m_Trunc(m_ZExt(m_Value(Left))))) {
      Worklist.push_back({Left, Holds});
    }
  }
}

SmallVector<EdgeFact, 16> collectEdgeFacts(const Function &F) {
  SmallVector<EdgeFact, 16> Facts;
  for (const BasicBlock &Block : F) {
    if (const auto *Switch = dyn_cast<SwitchInst>(Block.getTerminator()))
      addCaseFacts(*Switch, Facts);
    const auto *Branch = dyn_cast<BranchInst>(Block.getTerminator());
    if (!Branch || !Branch->isConditional() ||
        Branch->getSuccessor(0) == Branch->getSuccessor(1))
      continue;
    addFacts(&Block, Branch->getSuccessor(0), Branch->getCondition(), true,
             Facts);
    addFacts(&Block, Branch->getSuccessor(1), Branch->getCondition(), false,
             Facts);
  }
  return Facts;
}

DenseSet<const BasicBlock *> findReachable(const BasicBlock &Start,
                                           const EdgeSet &Cut) {
  DenseSet<const BasicBlock *> Reached = {&Start};
  SmallVector<const BasicBlock *, 16> Worklist = {&Start};
  while (!Worklist.empty()) {
    const BasicBlock *Block = Worklist.pop_back_val();
    for (const BasicBlock *Next : successors(Block))
      if (!Cut.contains({Block, Next}) && Reached.insert(Next).second)
        Worklist.push_back(Next);
  }
  return Reached;
}

bool isLimiting(CmpInst::Predicate Holds, bool IsDown) {
  switch (Holds) {
  case CmpInst::ICMP_SLT:
  case CmpInst::ICMP_SLE:
  case CmpInst::ICMP_ULT:
  case CmpInst::ICMP_ULE:
    return !IsDown;
  case CmpInst::ICMP_SGT:
  case CmpInst::ICMP_SGE:
  case CmpInst::ICMP_UGT:
  case CmpInst::ICMP_UGE:
    return IsDown;
  case CmpInst::ICMP_NE:
    return true;
  default:
    return false;
  }
}

LimitTests::LimitTests(const Function &F, ArrayRef<EdgeFact> Facts,
                       const CounterFlow &Flow, bool IsDown,
                       StableTest IsStable) {
  EdgeSet Ordered, All, Failing;
  for (const EdgeFact &Fact : Facts) {
    const Value *Tested = Fact.Left;
    const Value *Limit = Fact.Right;
    CmpInst::Predicate Holds = Fact.Holds;
    std::optional<Distance> Offset = Flow.find(Tested);
    if (!Offset) {
      std::swap(Tested, Limit);
      Holds = CmpInst::getSwappedPredicate(Holds);
      Offset = Flow.find(Tested);
    }
    if (!Offset || Flow.find(Limit) || !IsStable(*Limit))
      continue;
    bool Inverse = isLimiting(CmpInst::getInversePredicate(Holds), IsDown);
    if (Inverse && Holds != CmpInst::ICMP_NE)
      Failing.insert({Fact.From, Fact.To});
    if (!isLimiting(Holds, IsDown))
      continue;
    Limits.push_back({Limit, *Offset, Holds});
    All.insert({Fact.From, Fact.To});
    if (Holds != CmpInst::ICMP_NE)
      Ordered.insert({Fact.From, Fact.To});
  }
  if (Limits.empty())
    return;
  ReachedUntested = findReachable(F.getEntryBlock(), All);
  ReachedUnordered = findReachable(F.getEntryBlock(), Ordered);
  for (const auto &[From, To] : Failing)
    for (const BasicBlock *Block : findReachable(*To, All))
      ReachedAfterFailure.insert(Block);
}

bool LimitTests::controls(const CallBase &Call, bool Ordered) const {
  if (Limits.empty())
    return false;
  return !(Ordered ? ReachedUnordered : ReachedUntested)
              .contains(Call.getParent());
}

bool LimitTests::mayFollowFailure(const CallBase &Call) const {
  return ReachedAfterFailure.contains(Call.getParent());
}

} // namespace offstack
