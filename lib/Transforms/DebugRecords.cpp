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

/// Returns the assignment records that say that a store into \p AI, or \p AI
/// itself, gives a variable its value.
static SmallVector<DbgVariableRecord *, 4> findAssignments(AllocaInst &AI) {
  SmallVector<DbgVariableRecord *, 4> Users;
  findDbgUsers(&AI, Users);
  erase_if(Users, [&](const DbgVariableRecord *Record) {
    return !Record->isDbgAssign() || Record->getAddress() != &AI;
  });
  return Users;
}

/// Returns an expression for the place that \p Record assigns to, and the part
/// of its variable that this is.
static DIExpression *makeExpression(const DbgVariableRecord &Record) {
  DIExpression *Place = Record.getAddressExpression();
  if (auto Fragment = Record.getExpression()->getFragmentInfo())
    if (auto Part = DIExpression::createFragmentExpression(
            Place, Fragment->OffsetInBits, Fragment->SizeInBits))
      return *Part;
  return Place;
}

/// Declares the variable of \p Record behind \p Place, which \p Expression says
/// how to find it from.
static void declareBehind(AllocaInst &Place, const DbgVariableRecord &Record,
                          DIExpression *Expression) {
  DbgVariableRecord *Declaration = DbgVariableRecord::createDVRDeclare(
      &Place, Record.getVariable(), Expression, Record.getDebugLoc().get());
  Place.getParent()->insertDbgRecordBefore(Declaration,
                                           std::next(Place.getIterator()));
}

/// Returns an assignment record for each variable that starts in \p AI.
static SmallVector<const DbgVariableRecord *, 2>
findAssignedVariables(AllocaInst &AI) {
  MapVector<DebugVariable, const DbgVariableRecord *> Variables;
  for (const DbgVariableRecord *Record : at::getDVRAssignmentMarkers(&AI))
    Variables.insert({DebugVariable(Record), Record});
  return to_vector<2>(make_second_range(Variables));
}

/// Erases the assignment records about \p AI: a box stays where it is as long
/// as the variable lives, so that one declaration for each variable is enough.
static void eraseAssignments(AllocaInst &AI) {
  for (DbgVariableRecord *Record : findAssignments(AI))
    Record->eraseFromParent();
  AI.setMetadata(LLVMContext::MD_DIAssignID, nullptr);
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
  for (const DbgVariableRecord *Record : findAssignedVariables(AI))
    declareBehind(Slot, *Record, prependDeref(makeExpression(*Record)));
  eraseAssignments(AI);
  moveValueRecords(AI, Slot);
}

void copyDebugRecords(AllocaInst &From, AllocaInst &To) {
  for (const DbgVariableRecord *Record : findDVRDeclares(&From))
    declareBehind(To, *Record, Record->getExpression());
  for (const DbgVariableRecord *Record : findAssignedVariables(From))
    declareBehind(To, *Record, makeExpression(*Record));
}

void gatherDebugRecords(AllocaInst &AI) {
  TinyPtrVector<DbgVariableRecord *> Scattered = findDVRDeclares(&AI);
  copyDebugRecords(AI, AI);
  for (DbgVariableRecord *Record : Scattered)
    Record->eraseFromParent();
  eraseAssignments(AI);
}

void dropDebugRecords(AllocaInst &AI) {
  SmallVector<DbgVariableRecord *, 2> Records;
  findDbgUsers(&AI, Records);
  for (DbgVariableRecord *Record : Records)
    Record->isDbgAssign() ? Record->setKillAddress()
                          : Record->setKillLocation();
}

} // namespace offstack
