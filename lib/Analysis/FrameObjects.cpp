//===- FrameObjects.cpp - What a function keeps on the stack --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads allocas, their debug records and their notes.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/FrameObjects.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral VariableNote = "offstack.variable";

SmallVector<FrameObject, 8> collectFrameObjects(Function &F) {
  SmallVector<FrameObject, 8> Objects;
  const DataLayout &DL = F.getDataLayout();
  for (Instruction &I : instructions(F)) {
    auto *AI = dyn_cast<AllocaInst>(&I);
    if (!AI)
      continue;
    std::optional<TypeSize> Size = AI->getAllocationSize(DL);
    std::optional<uint64_t> Bytes;
    if (Size && !Size->isScalable())
      Bytes = Size->getFixedValue();
    else if (!Size && AI->isStaticAlloca())
      Bytes = UINT64_MAX; // More than 64 bits can count.
    Objects.push_back({AI, Bytes});
  }
  return Objects;
}

/// Returns a debug record that gives \p AI as a variable's place, or null.
static DbgVariableRecord *findVariableRecord(const AllocaInst &AI) {
  auto *Value = const_cast<AllocaInst *>(&AI);
  for (DbgVariableRecord *Record : findDVRDeclares(Value))
    return Record;
  for (DbgVariableRecord *Record : at::getDVRAssignmentMarkers(&AI))
    return Record;
  for (DbgVariableRecord *Record : findDVRValues(Value))
    if (Record->getExpression()->startsWithDeref())
      return Record;
  return nullptr;
}

std::string findVariableName(const AllocaInst &AI) {
  if (const MDNode *Note = AI.getMetadata(VariableNote))
    return cast<MDString>(Note->getOperand(0))->getString().str();
  if (const DbgVariableRecord *Record = findVariableRecord(AI))
    if (StringRef Name = Record->getVariable()->getName(); !Name.empty())
      return Name.str();
  return AI.hasName() ? AI.getName().str() : "<unnamed>";
}

DebugLoc findVariableLocation(const AllocaInst &AI) {
  if (AI.getDebugLoc())
    return AI.getDebugLoc();
  if (const DbgVariableRecord *Record = findVariableRecord(AI))
    return Record->getDebugLoc();
  return DebugLoc();
}

void noteVariableName(AllocaInst &AI, StringRef Name) {
  LLVMContext &Context = AI.getContext();
  AI.setMetadata(VariableNote,
                 MDNode::get(Context, MDString::get(Context, Name)));
}

} // namespace offstack
