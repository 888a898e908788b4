//===- GuardDepth.cpp - How deep a guard lets a recursion go --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The value of the counter at the entry of a function that makes a call lies in
// a window: the limits, and how far the tested values are from it. Each level
// moves it up by one at least. It leaves the window after as many levels as
// that has places, and does not come round to it again.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/GuardDepth.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

namespace {

/// The values of a counter between which calls are made.
struct CounterWindow {
  uint64_t Limit = 0;
  uint64_t Offset = 0;
  uint64_t LeastStep = ~0ull;
  uint64_t MostStep = 0;
};

} // namespace

/// Limits and steps beyond this are not worth a number.
static constexpr uint64_t LargestLimit = 1u << 30;

/// Returns the window of \p C, whose tested values have the type \p Type.
static std::optional<CounterWindow>
findWindow(const GuardCounter &C, const Type *CounterType, bool NeedsUnsigned) {
  CounterWindow Window;
  for (const Distance &Move : C.Moves) {
    if (Move.Least < 1 || Move.Most > static_cast<int64_t>(LargestLimit))
      return std::nullopt;
    Window.LeastStep = std::min<uint64_t>(Window.LeastStep, Move.Least);
    Window.MostStep = std::max<uint64_t>(Window.MostStep, Move.Most);
  }
  for (const TestedLimit &Tested : C.Limits) {
    const auto *Limit = dyn_cast<ConstantInt>(Tested.Limit);
    if (!Limit)
      continue;
    bool IsSigned = CmpInst::isSigned(Tested.Passes);
    if (Limit->getType() != CounterType ||
        Tested.Offset.Least != Tested.Offset.Most ||
        Tested.Passes == CmpInst::ICMP_NE || (NeedsUnsigned && IsSigned))
      return std::nullopt;
    if (IsSigned && Limit->isNegative())
      return std::nullopt;
    if (Limit->getValue().ugt(LargestLimit) ||
        std::abs(Tested.Offset.Least) > static_cast<int64_t>(LargestLimit))
      return std::nullopt;
    bool IsBelow = Tested.Passes == CmpInst::ICMP_ULT ||
                   Tested.Passes == CmpInst::ICMP_SLT;
    if (IsBelow && Limit->isZero())
      continue; // It lets nothing pass.
    Window.Limit =
        std::max(Window.Limit, Limit->getZExtValue() - (IsBelow ? 1 : 0));
    Window.Offset =
        std::max<uint64_t>(Window.Offset, std::abs(Tested.Offset.Least));
  }
  return Window;
}

/// Returns the levels of a counter that starts \p Places below its limit.
static uint64_t countLevels(const CounterWindow &Window, uint64_t Places) {
  return (Places + Window.Offset) / Window.LeastStep + 2;
}

static std::optional<uint64_t> findArgumentDepth(const CallCycle &Cycle,
                                                 const GuardCounter &C) {
  const Type *CounterType = nullptr;
  for (auto [Number, F] : enumerate(Cycle.functions())) {
    const Type *Own = F->getArg(*C.InFunction[Number]->Argument)->getType();
    if (CounterType && CounterType != Own)
      return std::nullopt;
    CounterType = Own;
  }
  std::optional<CounterWindow> Window =
      findWindow(C, CounterType, /*NeedsUnsigned=*/true);
  if (!Window)
    return std::nullopt;
  unsigned Width = CounterType->getIntegerBitWidth();
  uint64_t Reached = Window->Limit + Window->MostStep + Window->Offset;
  if (Width < 64 && Reached >= (1ull << Width) - Window->Offset)
    return std::nullopt;
  return countLevels(*Window, Window->Limit);
}

/// Returns true if \p F only runs as part of \p Members: it is one, or only
/// they call it.
static bool belongsTo(const Function &F,
                      const DenseSet<const Function *> &Members) {
  if (Members.contains(&F))
    return true;
  return F.hasLocalLinkage() && all_of(F.uses(), [&](const Use &U) {
           const auto *Call = dyn_cast<CallBase>(U.getUser());
           return Call && Call->isCallee(&U) &&
                  Members.contains(Call->getFunction());
         });
}

/// Returns the value that \p G has when the program starts, if nothing but
/// \p Members ever writes it.
static const ConstantInt *findStart(const GlobalVariable &G,
                                    const DenseSet<const Function *> &Members) {
  if (!G.hasLocalLinkage() || !G.hasInitializer())
    return nullptr;
  for (const Use &U : G.uses()) {
    if (isa<LoadInst>(U.getUser()))
      continue;
    const auto *Store = dyn_cast<StoreInst>(U.getUser());
    if (!Store || Store->getPointerOperand() != U.get() ||
        Store->getValueOperand() == U.get() ||
        !belongsTo(*Store->getFunction(), Members))
      return nullptr;
  }
  return dyn_cast<ConstantInt>(G.getInitializer());
}

static std::optional<uint64_t> findGlobalDepth(const CallCycle &Cycle,
                                               const GuardCounter &C) {
  const MemoryCell &Cell = C.InFunction[0]->Cell;
  if (!Cell.Global || Cell.Offsets.size() != 1 || Cell.Offsets[0] != 0 ||
      C.ReturnsLowered)
    return std::nullopt;
  DenseSet<const Function *> Members;
  for (const Function *F : Cycle.functions())
    Members.insert(Cycle.copy().findOriginal(*F));
  const Module &M = *(*Members.begin())->getParent();
  const GlobalVariable *Original = M.getNamedGlobal(Cell.Global->getName());
  const ConstantInt *Start = Original ? findStart(*Original, Members) : nullptr;
  if (!Start || Start->isNegative() || Start->getBitWidth() < 16)
    return std::nullopt;
  std::optional<CounterWindow> Window =
      findWindow(C, Start->getType(), /*NeedsUnsigned=*/false);
  if (!Window || Window->Limit < Start->getZExtValue() ||
      Window->Limit + Window->MostStep + Window->Offset >=
          APInt::getSignedMaxValue(Start->getBitWidth()).getLimitedValue())
    return std::nullopt;
  return countLevels(*Window, Window->Limit - Start->getZExtValue());
}

std::optional<uint64_t> findGuardDepth(const CallCycle &Cycle,
                                       const DepthGuards &Guards,
                                       const GuardResult &Result) {
  if (!Result.isGuarded() || Result.Used.size() != 1 || Result.UsedMark ||
      Result.UsedStackCheck)
    return std::nullopt;
  const GuardCounter &C = Guards.counters()[Result.Used[0]];
  if (C.IsDown || !C.Raising.all() || !C.TestedConstant.all())
    return std::nullopt;
  if (C.isArgument())
    return findArgumentDepth(Cycle, C);
  if (any_of(C.InFunction, [](const auto &In) { return !In || In->Argument; }))
    return std::nullopt;
  return findGlobalDepth(Cycle, C);
}

} // namespace offstack
