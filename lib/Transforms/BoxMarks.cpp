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

/// The second operand of the mark of a box in a chain.
static constexpr StringLiteral ChainNote = "chain";

/// Marks \p I with \p Notes.
static void mark(Instruction &I, StringRef Kind,
                 ArrayRef<StringRef> Notes = {}) {
  LLVMContext &Context = I.getContext();
  SmallVector<Metadata *, 2> Texts;
  for (StringRef Note : Notes)
    Texts.push_back(MDString::get(Context, Note));
  I.setMetadata(Kind, MDNode::get(Context, Texts));
}

/// Returns note \p Index of the mark \p Kind of \p I, or an empty string.
static StringRef getNote(const Instruction &I, StringRef Kind,
                         unsigned Index = 0) {
  const MDNode *Mark = I.getMetadata(Kind);
  if (!Mark || Mark->getNumOperands() <= Index)
    return "";
  const auto *Note = dyn_cast<MDString>(Mark->getOperand(Index));
  return Note ? Note->getString() : "";
}

void markBox(CallBase &Allocation, StringRef Variable, bool IsChain) {
  if (IsChain)
    mark(Allocation, BoxMark, {Variable, ChainNote});
  else
    mark(Allocation, BoxMark, {Variable});
}

bool isBox(const Instruction &I) { return I.getMetadata(BoxMark); }

StringRef getBoxVariable(const Instruction &Allocation) {
  return getNote(Allocation, BoxMark);
}

bool isChained(const Instruction &Allocation) {
  return getNote(Allocation, BoxMark, 1) == ChainNote;
}

void markScopeEnd(CallBase &Free) { mark(Free, ScopeMark); }
bool isScopeEnd(const CallBase &Free) { return Free.getMetadata(ScopeMark); }

void markSlot(AllocaInst &Alloca) { mark(Alloca, SlotMark); }
bool isSlot(const AllocaInst &Alloca) { return Alloca.getMetadata(SlotMark); }

void markKept(AllocaInst &Alloca, StringRef Hazard) {
  if (Hazard.empty())
    mark(Alloca, KeptMark);
  else
    mark(Alloca, KeptMark, {Hazard});
}

bool isKept(const AllocaInst &Alloca) { return Alloca.getMetadata(KeptMark); }

StringRef getKeptHazard(const AllocaInst &Alloca) {
  return getNote(Alloca, KeptMark);
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
