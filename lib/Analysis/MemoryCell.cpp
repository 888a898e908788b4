//===- MemoryCell.cpp - Places in memory, by how they are reached ---------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows addresses back to where they start.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/MemoryCell.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

std::optional<MemoryCell> findCell(const Value *Address, const DataLayout &DL) {
  constexpr unsigned MostPointers = 4;
  MemoryCell Cell;
  for (unsigned Depth = 0; Depth < MostPointers; ++Depth) {
    APInt Offset(DL.getIndexTypeSizeInBits(Address->getType()), 0);
    const Value *Base = Address->stripAndAccumulateConstantOffsets(
        DL, Offset, /*AllowNonInbounds=*/true);
    Cell.Offsets.push_back(Offset.getSExtValue());
    // Each thread has a global of its own, which is the same to one recursion.
    if (const auto *Local = dyn_cast<IntrinsicInst>(Base);
        Local && Local->getIntrinsicID() == Intrinsic::threadlocal_address)
      Base = Local->getArgOperand(0);
    if (const auto *Load = dyn_cast<LoadInst>(Base)) {
      Address = Load->getPointerOperand();
      continue;
    }
    std::reverse(Cell.Offsets.begin(), Cell.Offsets.end());
    if (const auto *G = dyn_cast<GlobalVariable>(Base)) {
      Cell.Global = G;
      return Cell;
    }
    if (const auto *A = dyn_cast<Argument>(Base)) {
      Cell.Argument = A->getArgNo();
      return Cell;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<MemoryCell> translateToCaller(const MemoryCell &Callee,
                                            const Value *Actual,
                                            const DataLayout &DL) {
  if (Callee.Global)
    return Callee;
  std::optional<MemoryCell> Result = findCell(Actual, DL);
  if (!Result)
    return std::nullopt;
  Result->Offsets.back() += Callee.Offsets[0];
  append_range(Result->Offsets, drop_begin(Callee.Offsets));
  return Result;
}

std::optional<MemoryCell> translateToCallee(const MemoryCell &Caller,
                                            unsigned Argument,
                                            const Value *Actual,
                                            const DataLayout &DL) {
  if (Caller.Global)
    return Caller;
  if (!Actual->getType()->isPointerTy())
    return std::nullopt;
  std::optional<MemoryCell> Pointer = findCell(Actual, DL);
  if (!Pointer || Pointer->Global || Pointer->Argument != Caller.Argument ||
      Pointer->Offsets.size() > Caller.Offsets.size())
    return std::nullopt;
  size_t Last = Pointer->Offsets.size() - 1;
  if (!std::equal(Pointer->Offsets.begin(), Pointer->Offsets.begin() + Last,
                  Caller.Offsets.begin()))
    return std::nullopt;
  MemoryCell Result;
  Result.Argument = Argument;
  Result.Offsets.push_back(Caller.Offsets[Last] - Pointer->Offsets[Last]);
  append_range(Result.Offsets, drop_begin(Caller.Offsets, Last + 1));
  return Result;
}

} // namespace offstack
