//===- TypedField.h - Fields by the type they are in ---------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names a field by its struct and its place in it, whichever object it is in: a
// depth that is counted from one object to the next is one counter.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_TYPEDFIELD_H
#define OFFSTACK_ANALYSIS_TYPEDFIELD_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <optional>

namespace llvm {
class DataLayout;
class LoadInst;
class StructType;
class Value;
} // namespace llvm

namespace offstack {

/// A field of any object of a type. The type is null, and the offset 0, for
/// what a pointer points to directly.
struct TypedField {
  const llvm::StructType *Struct = nullptr;
  int64_t Offset = 0;

  bool operator==(const TypedField &Other) const {
    return Struct == Other.Struct && Offset == Other.Offset;
  }
  bool operator!=(const TypedField &Other) const { return !(*this == Other); }
};

/// Returns the field that \p Address is the address of, or nothing where its
/// place is not constant.
std::optional<TypedField> findTypedField(const llvm::Value &Address,
                                         const llvm::DataLayout &DL);

/// Returns what stands for the object that \p Address points into: the address
/// without its constant offsets, or the local variable that it is loaded from.
const llvm::Value *findObject(const llvm::Value &Address);

/// A load that a value is made of, and how far the value is from it.
struct LoadedPart {
  const llvm::LoadInst *Load;
  int64_t Step;
};

/// Returns the loads from other places than local variables that \p V may be,
/// plus or minus a constant. What local variables are given is followed.
llvm::SmallVector<LoadedPart, 4> findLoadedParts(const llvm::Value &V);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_TYPEDFIELD_H
