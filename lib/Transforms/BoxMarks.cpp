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

void markBox(CallBase &Allocation, StringRef Variable) {
  LLVMContext &Context = Allocation.getContext();
  Allocation.setMetadata(
      BoxMark, MDNode::get(Context, MDString::get(Context, Variable)));
}

bool isBox(const Instruction &I) { return I.getMetadata(BoxMark); }

StringRef getBoxVariable(const Instruction &Allocation) {
  const MDNode *Mark = Allocation.getMetadata(BoxMark);
  if (!Mark || Mark->getNumOperands() == 0)
    return "";
  const auto *Name = dyn_cast<MDString>(Mark->getOperand(0));
  return Name ? Name->getString() : "";
}

void markScopeEnd(CallBase &Free) { mark(Free, ScopeMark); }
bool isScopeEnd(const CallBase &Free) { return Free.getMetadata(ScopeMark); }

void markSlot(AllocaInst &Alloca) { mark(Alloca, SlotMark); }
bool isSlot(const AllocaInst &Alloca) { return Alloca.getMetadata(SlotMark); }

void markKept(AllocaInst &Alloca) { mark(Alloca, KeptMark); }
bool isKept(const AllocaInst &Alloca) { return Alloca.getMetadata(KeptMark); }

} // namespace offstack
