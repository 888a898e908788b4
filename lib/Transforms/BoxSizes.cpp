//===- BoxSizes.cpp - Sizes and addresses of boxes ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Constants where the sizes are, saturating arithmetic where they are not.
//
//===----------------------------------------------------------------------===//

#include "BoxSizes.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace offstack {

BoxSizes::BoxSizes(Function &F, const TargetLibraryInfo &TLI)
    : DL(F.getDataLayout()),
      Type(IntegerType::get(F.getContext(), TLI.getSizeTSize(*F.getParent()))) {
}

Align getMallocAlignment(const DataLayout &DL) {
  return Align(2 * DL.getPointerSize());
}

/// Returns how far behind the start of \p Box its object is, before it is
/// aligned. A box of a chain begins with the address of the one before it.
uint64_t BoxSizes::getHeaderBytes(const PlannedBox &Box) const {
  return Box.IsChain ? getMallocAlignment(DL).value() : 0;
}

/// Returns how many bytes may lie in front of an object that is to be aligned,
/// in memory that is aligned less.
static uint64_t getSlack(Align Wanted, Align Given) {
  return Wanted <= Given ? 0 : Wanted.value() - 1;
}

ConstantInt *BoxSizes::get(uint64_t Bytes) const {
  APInt Most = APInt::getMaxValue(Type->getBitWidth());
  return Most.ult(Bytes) ? ConstantInt::get(Type->getContext(), Most)
                         : ConstantInt::get(Type, Bytes);
}

Value *BoxSizes::emitSum(IRBuilder<> &B, Value *Bytes, uint64_t More) const {
  ConstantInt *Added = get(More);
  if (auto *Known = dyn_cast<ConstantInt>(Bytes))
    return ConstantInt::get(Type,
                            Known->getValue().uadd_sat(Added->getValue()));
  return B.CreateBinaryIntrinsic(Intrinsic::uadd_sat, Bytes, Added);
}

Value *BoxSizes::emitByteCount(IRBuilder<> &B, AllocaInst &AI) const {
  Value *Count = AI.getArraySize();
  Constant *Most = ConstantInt::getAllOnesValue(Type);
  if (Count->getType()->getIntegerBitWidth() > Type->getBitWidth())
    Count = B.CreateBinaryIntrinsic(Intrinsic::umin, Count,
                                    B.CreateZExt(Most, Count->getType()));
  Count = B.CreateZExtOrTrunc(Count, Type);
  TypeSize Element = DL.getTypeAllocSize(AI.getAllocatedType());
  Value *ElementBytes = Element.isScalable() ? B.CreateTypeSize(Type, Element)
                                             : get(Element.getFixedValue());
  if (match(Count, m_One()))
    return ElementBytes;
  Value *Product = B.CreateBinaryIntrinsic(Intrinsic::umul_with_overflow, Count,
                                           ElementBytes);
  return B.CreateSelect(B.CreateExtractValue(Product, 1), Most,
                        B.CreateExtractValue(Product, 0));
}

Value *BoxSizes::emitStackBytes(IRBuilder<> &B, const AllocaInst &AI,
                                Value *Bytes) const {
  // The stack pointer stays aligned: many small objects take more than their
  // sizes.
  return emitSum(
      B, Bytes,
      getSlack(std::max(AI.getAlign(), getMallocAlignment(DL)), Align(1)));
}

Value *BoxSizes::emitAllocatedBytes(IRBuilder<> &B, const PlannedBox &Box,
                                    Value *Bytes) const {
  Align Alignment = Box.Alloca->getAlign();
  uint64_t More =
      getHeaderBytes(Box) + getSlack(Alignment, getMallocAlignment(DL));
  if (More != 0)
    return emitSum(B, Bytes, More);
  // malloc aligns for the types that fit in what is asked for: a smaller object
  // would not get the whole of its promise.
  auto *Known = dyn_cast<ConstantInt>(Bytes);
  return Known ? get(std::max(Known->getZExtValue(), Alignment.value()))
               : Bytes;
}

Value *BoxSizes::emitObject(IRBuilder<> &B, const PlannedBox &Box,
                            Value *Memory) const {
  Value *Object = Memory;
  if (uint64_t HeaderBytes = getHeaderBytes(Box))
    Object = B.CreatePtrAdd(Object, get(HeaderBytes));
  uint64_t Slack = getSlack(Box.Alloca->getAlign(), getMallocAlignment(DL));
  if (Slack == 0)
    return Object;
  Object = B.CreatePtrAdd(Object, get(Slack));
  unsigned IndexBits = DL.getIndexTypeSizeInBits(Object->getType());
  Value *Mask = ConstantInt::get(B.getIntNTy(IndexBits), ~Slack,
                                 /*IsSigned=*/false, /*ImplicitTrunc=*/true);
  return B.CreateIntrinsic(
      Intrinsic::ptrmask, {Object->getType(), Mask->getType()}, {Object, Mask});
}

} // namespace offstack
