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
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral VariableNote = "offstack.variable";

/// Returns the largest vscale that \p F can run with, or nothing where its
/// target does not tell.
static std::optional<uint64_t> findMostVScale(const Function &F) {
  if (Attribute Range = F.getFnAttribute(Attribute::VScaleRange);
      Range.isValid())
    if (std::optional<unsigned> Most = Range.getVScaleRangeMax())
      return *Most;
  const Triple &Target = F.getParent()->getTargetTriple();
  // SVE: registers of 2048 bits at most, in parts of 128.
  if (Target.isAArch64())
    return 16;
  // RISC-V V: VLEN is 65536 at most, in parts of 64.
  if (Target.isRISCV())
    return 1024;
  return std::nullopt;
}

/// Returns the most that \p Size, a multiple of vscale, can be in \p F, or
/// nothing where its target does not tell.
static std::optional<uint64_t> findMostBytes(const Function &F, TypeSize Size) {
  std::optional<uint64_t> VScale = findMostVScale(F);
  if (!VScale)
    return std::nullopt;
  return SaturatingMultiply(Size.getKnownMinValue(), *VScale);
}

SmallVector<FrameObject, 8> collectFrameObjects(Function &F) {
  SmallVector<FrameObject, 8> Objects;
  const DataLayout &DL = F.getDataLayout();
  for (Instruction &I : instructions(F)) {
    auto *AI = dyn_cast<AllocaInst>(&I);
    if (!AI)
      continue;
    std::optional<TypeSize> Size = AI->getAllocationSize(DL);
    FrameObject Object{AI, std::nullopt};
    if (Size && !Size->isScalable())
      Object.Bytes = Size->getFixedValue();
    else if (Size)
      Object.MostBytes = findMostBytes(F, *Size);
    else if (AI->isStaticAlloca())
      Object.Bytes = UINT64_MAX; // More than 64 bits can count.
    Objects.push_back(Object);
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
