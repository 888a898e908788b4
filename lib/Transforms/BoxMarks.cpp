//===- BoxMarks.cpp - Marks that boxing leaves on the IR ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes and reads the metadata.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxMarks.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Metadata.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral BoxMark = "offstack.box";
static constexpr StringLiteral ScopeMark = "offstack.scope";
static constexpr StringLiteral SlotMark = "offstack.slot";
static constexpr StringLiteral KeptMark = "offstack.kept";
static constexpr StringLiteral FrameLimitMark = "offstack.frame-limit";

static void mark(Instruction &I, StringRef Kind) {
  I.setMetadata(Kind, MDNode::get(I.getContext(), {}));
}

static void markWithName(Instruction &I, StringRef Kind, StringRef Name) {
  LLVMContext &Context = I.getContext();
  I.setMetadata(Kind, MDNode::get(Context, MDString::get(Context, Name)));
}

/// Returns the name in the mark \p Kind of \p I, or an empty string.
static StringRef getMarkedName(const Instruction &I, StringRef Kind) {
  const MDNode *Mark = I.getMetadata(Kind);
  if (!Mark || Mark->getNumOperands() == 0)
    return "";
  const auto *Name = dyn_cast<MDString>(Mark->getOperand(0));
  return Name ? Name->getString() : "";
}

void markBox(CallBase &Allocation, StringRef Variable) {
  markWithName(Allocation, BoxMark, Variable);
}

bool isBox(const Instruction &I) { return I.getMetadata(BoxMark); }

StringRef getBoxVariable(const Instruction &Allocation) {
  return getMarkedName(Allocation, BoxMark);
}

void markScopeEnd(CallBase &Free) { mark(Free, ScopeMark); }
bool isScopeEnd(const CallBase &Free) { return Free.getMetadata(ScopeMark); }

void markSlot(AllocaInst &Alloca) { mark(Alloca, SlotMark); }
bool isSlot(const AllocaInst &Alloca) { return Alloca.getMetadata(SlotMark); }

void markKept(AllocaInst &Alloca, StringRef Hazard) {
  if (Hazard.empty())
    mark(Alloca, KeptMark);
  else
    markWithName(Alloca, KeptMark, Hazard);
}

bool isKept(const AllocaInst &Alloca) { return Alloca.getMetadata(KeptMark); }

StringRef getKeptHazard(const AllocaInst &Alloca) {
  return getMarkedName(Alloca, KeptMark);
}

void markFrameLimit(Function &F, uint64_t LimitBytes) {
  LimitBytes = std::min(LimitBytes, findFrameLimit(F).value_or(LimitBytes));
  LLVMContext &Context = F.getContext();
  auto *Number = ConstantInt::get(Type::getInt64Ty(Context), LimitBytes);
  F.setMetadata(FrameLimitMark,
                MDNode::get(Context, ConstantAsMetadata::get(Number)));
}

std::optional<uint64_t> findFrameLimit(const Function &F) {
  const MDNode *Mark = F.getMetadata(FrameLimitMark);
  if (!Mark || Mark->getNumOperands() == 0)
    return std::nullopt;
  const auto *Number =
      mdconst::dyn_extract_or_null<ConstantInt>(Mark->getOperand(0));
  if (!Number)
    return std::nullopt;
  return Number->getLimitedValue();
}

} // namespace offstack
