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
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Metadata.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral BoxMark = "offstack.box";
static constexpr StringLiteral ScopeMark = "offstack.scope";
static constexpr StringLiteral SlotMark = "offstack.slot";
static constexpr StringLiteral KeptMark = "offstack.kept";

static void mark(Instruction &I, StringRef Kind) {
  I.setMetadata(Kind, MDNode::get(I.getContext(), {}));
}

/// The second operand of the mark of a box in a chain.
static constexpr StringLiteral ChainNote = "chain";

void markBox(CallBase &Allocation, StringRef Variable, bool IsChain) {
  LLVMContext &Context = Allocation.getContext();
  SmallVector<Metadata *, 2> Notes = {MDString::get(Context, Variable)};
  if (IsChain)
    Notes.push_back(MDString::get(Context, ChainNote));
  Allocation.setMetadata(BoxMark, MDNode::get(Context, Notes));
}

bool isBox(const Instruction &I) { return I.getMetadata(BoxMark); }

/// Returns operand \p Index of the mark of \p Allocation, or an empty string.
static StringRef getBoxNote(const Instruction &Allocation, unsigned Index) {
  const MDNode *Mark = Allocation.getMetadata(BoxMark);
  if (!Mark || Mark->getNumOperands() <= Index)
    return "";
  const auto *Note = dyn_cast<MDString>(Mark->getOperand(Index));
  return Note ? Note->getString() : "";
}

StringRef getBoxVariable(const Instruction &Allocation) {
  return getBoxNote(Allocation, 0);
}

bool isChained(const Instruction &Allocation) {
  return getBoxNote(Allocation, 1) == ChainNote;
}

void markScopeEnd(CallBase &Free) { mark(Free, ScopeMark); }
bool isScopeEnd(const CallBase &Free) { return Free.getMetadata(ScopeMark); }

void markSlot(AllocaInst &Alloca) { mark(Alloca, SlotMark); }
bool isSlot(const AllocaInst &Alloca) { return Alloca.getMetadata(SlotMark); }

void markKept(AllocaInst &Alloca) { mark(Alloca, KeptMark); }
bool isKept(const AllocaInst &Alloca) { return Alloca.getMetadata(KeptMark); }

} // namespace offstack
