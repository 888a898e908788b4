//===- DebugRecords.cpp - Keeps boxed variables visible -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Declares variables at slots.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/DebugRecords.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/IR/DIBuilder.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DebugProgramInstruction.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace offstack {

/// Returns \p Expression with its address read from the slot first.
static DIExpression *prependDeref(DIExpression *Expression) {
  return DIExpression::prepend(Expression, DIExpression::DerefBefore);
}

/// Replaces the assignment records that are linked to \p AI, which describe
/// each store into it, by one declaration for each variable: a box stays at
/// one address as long as the variable lives.
static void declareAssignedVariables(AllocaInst &AI, AllocaInst &Slot) {
  MapVector<DebugVariable, DbgVariableRecord *> Variables;
  for (DbgVariableRecord *Record : at::getDVRAssignmentMarkers(&AI))
    Variables.insert({DebugVariable(Record), Record});
  for (auto &[Variable, Record] : Variables) {
    DIExpression *Expression = DIExpression::get(AI.getContext(), {});
    if (auto Fragment = Variable.getFragment())
      if (auto WithFragment = DIExpression::createFragmentExpression(
              Expression, Fragment->OffsetInBits, Fragment->SizeInBits))
        Expression = *WithFragment;
    DbgVariableRecord *Declaration = DbgVariableRecord::createDVRDeclare(
        &Slot, Record->getVariable(), prependDeref(Expression),
        Record->getDebugLoc().get());
    Slot.getParent()->insertDbgRecordBefore(Declaration,
                                            std::next(Slot.getIterator()));
  }
  at::deleteAssignmentMarkers(&AI);
}

/// Makes values that are described as the memory at \p AI ones at the address
/// in \p Slot.
static void moveValueRecords(AllocaInst &AI, AllocaInst &Slot) {
  for (DbgVariableRecord *Record : findDVRValues(&AI)) {
    if (Record->hasArgList() || !Record->getExpression()->startsWithDeref())
      continue; // It is the address itself, which the box's address replaces.
    Record->replaceVariableLocationOp(&AI, &Slot);
    Record->setExpression(prependDeref(Record->getExpression()));
  }
}

void moveDebugRecords(AllocaInst &AI, AllocaInst &Slot) {
  DIBuilder Builder(*AI.getModule(), /*AllowUnresolved=*/false);
  replaceDbgDeclare(&AI, &Slot, Builder, DIExpression::DerefBefore,
                    /*Offset=*/0);
  declareAssignedVariables(AI, Slot);
  moveValueRecords(AI, Slot);
}

void dropDebugRecords(AllocaInst &AI) {
  at::deleteAssignmentMarkers(&AI);
  SmallVector<DbgVariableRecord *, 2> Records;
  findDbgUsers(&AI, Records);
  for (DbgVariableRecord *Record : Records)
    Record->setKillLocation();
}

} // namespace offstack
