//===- HeightFields.h - Data that knows how high it is -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the types whose objects carry the height, or the depth, of the
// structure that they are in, and have it tested as they are linked, and those
// whose links are counted beforehand: who walks such a structure goes no
// deeper.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_HEIGHTFIELDS_H
#define OFFSTACK_ANALYSIS_HEIGHTFIELDS_H

#include "Offstack/Analysis/CallCycle.h"
#include "Offstack/Analysis/TypedField.h"
#include "llvm/ADT/MapVector.h"

namespace llvm {
class ICmpInst;
class StoreInst;
} // namespace llvm

namespace offstack {

/// The heights that the functions of a module count and test. Takes time linear
/// in the size of the module.
class HeightFields {
public:
  explicit HeightFields(const llvm::Module &M);

  /// Returns a function that tests the height of what some call of \p Group
  /// goes down, or null.
  const llvm::Function *findTest(const CallCycle &Cycle,
                                 const llvm::BitVector &Group) const;

private:
  void addCounted(const llvm::StoreInst &Store);
  void addTest(const llvm::ICmpInst &Compare);
  void addPassedTests(const llvm::CallBase &Call);
  void addLinkCounts(const llvm::Function &F);
  const TypedField *findCounted(const llvm::Value &V) const;
  const llvm::Function *findLinkTest(llvm::ArrayRef<TypedField> Way) const;

  /// Fields that are counted from the same field of another object.
  std::vector<TypedField> Counted;
  /// The types of those that are tested, with a function that does it.
  llvm::MapVector<const llvm::StructType *, const llvm::Function *> Tests;
  /// Links that are counted, with a function that tests their number.
  std::vector<std::pair<TypedField, const llvm::Function *>> LinkTests;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_HEIGHTFIELDS_H
