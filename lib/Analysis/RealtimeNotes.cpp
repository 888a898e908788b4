//===- RealtimeNotes.cpp - Which code must not allocate -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes and reads the notes.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RealtimeNotes.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Metadata.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral FunctionNote = "offstack-nonblocking";
static constexpr StringLiteral ObjectNote = "offstack.nonblocking";

void noteRealtime(Function &F) {
  F.addFnAttr(FunctionNote);
  for (Instruction &I : instructions(F))
    if (isa<AllocaInst>(I))
      I.setMetadata(ObjectNote, MDNode::get(F.getContext(), {}));
}

bool isRealtime(const Function &F) {
  return F.hasFnAttribute(Attribute::SanitizeRealtime) ||
         F.hasFnAttribute(FunctionNote);
}

bool isRealtime(const AllocaInst &AI) { return AI.hasMetadata(ObjectNote); }

} // namespace offstack
