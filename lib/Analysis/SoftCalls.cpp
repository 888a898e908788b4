//===- SoftCalls.cpp - Calls whose callee is one of several ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks at how the callee of each call is come by, without optimisation: a load
// from a table is right in front of the call.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/SoftCalls.h"
#include "llvm/ADT/APInt.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace offstack {

/// Possible callees beyond which a call through a pointer says nothing.
static constexpr size_t MostCallees = 16;

StringRef describeSoftCall(SoftCallKind Kind) {
  switch (Kind) {
  case SoftCallKind::Callback:
    return "a callback";
  case SoftCallKind::Table:
    return "a call through a table";
  case SoftCallKind::Virtual:
    return "a virtual call";
  case SoftCallKind::Pointer:
    return "a call through a pointer";
  }
  llvm_unreachable("all kinds are covered");
}

namespace {

class SoftCallSearch {
public:
  explicit SoftCallSearch(const Module &M);

  void visit(const CallBase &Call);

  std::vector<SoftCall> Found;

private:
  void addCallbacks(const CallBase &Call);
  bool addTable(const CallBase &Call);
  bool addVirtual(const CallBase &Call);
  void addByType(const CallBase &Call);
  void add(const CallBase &Call, const Function &Callee, SoftCallKind Kind) {
    if (!Callee.isDeclaration())
      Found.push_back({&Call, &Callee, Kind});
  }

  /// The functions of tables of virtual functions, by table, from the place
  /// that objects point to.
  std::vector<SmallVector<const Function *, 8>> VirtualTables;
  /// Functions whose address is taken other than by those tables.
  DenseMap<const FunctionType *, SmallVector<const Function *, 4>> Taken;
};

} // namespace

/// Collects the functions in \p Initializer, in order; null for other pointers.
static void collectFunctions(const Constant &Initializer,
                             SmallVectorImpl<const Function *> &Functions) {
  constexpr unsigned MostParts = 4096;
  SmallVector<const Constant *, 32> Worklist = {&Initializer};
  for (unsigned Count = 0; !Worklist.empty() && Count < MostParts; ++Count) {
    const Constant *Part = Worklist.pop_back_val();
    if (!isa<ConstantAggregate>(Part)) {
      Functions.push_back(dyn_cast<Function>(Part->stripPointerCasts()));
      continue;
    }
    for (unsigned Index = Part->getNumOperands(); Index-- > 0;)
      Worklist.push_back(cast<Constant>(Part->getOperand(Index)));
  }
}

SoftCallSearch::SoftCallSearch(const Module &M) {
  for (const GlobalVariable &G : M.globals()) {
    if (!G.getName().starts_with("_ZTV") || !G.hasInitializer())
      continue;
    const auto *Tables = dyn_cast<ConstantStruct>(G.getInitializer());
    if (!Tables)
      continue;
    for (const Use &Table : Tables->operands()) {
      SmallVector<const Function *, 8> Functions;
      collectFunctions(*cast<Constant>(Table), Functions);
      // In front are the offset to the top and the type.
      constexpr unsigned Header = 2;
      if (Functions.size() > Header)
        VirtualTables.emplace_back(Functions.begin() + Header, Functions.end());
    }
  }
  for (const Function &F : M)
    if (!F.isDeclaration() && F.hasAddressTaken())
      Taken[F.getFunctionType()].push_back(&F);
}

void SoftCallSearch::visit(const CallBase &Call) {
  if (Call.isInlineAsm())
    return;
  if (isa<Function>(Call.getCalledOperand()->stripPointerCasts()))
    addCallbacks(Call);
  else if (!addTable(Call) && !addVirtual(Call))
    addByType(Call);
}

/// Adds functions that are given to one without a body here.
void SoftCallSearch::addCallbacks(const CallBase &Call) {
  const auto *Callee =
      cast<Function>(Call.getCalledOperand()->stripPointerCasts());
  if (!Callee->isDeclaration() || Callee->isIntrinsic())
    return;
  for (const Value *Argument : Call.args())
    if (const auto *F = dyn_cast<Function>(Argument->stripPointerCasts()))
      add(Call, *F, SoftCallKind::Callback);
}

bool SoftCallSearch::addTable(const CallBase &Call) {
  const auto *Load = dyn_cast<LoadInst>(Call.getCalledOperand());
  if (!Load)
    return false;
  const Value *Address = Load->getPointerOperand();
  while (const auto *Step = dyn_cast<GEPOperator>(Address))
    Address = Step->getPointerOperand();
  const auto *Table = dyn_cast<GlobalVariable>(Address);
  if (!Table || !Table->isConstant() || !Table->hasInitializer())
    return false;
  SmallVector<const Function *, 8> Functions;
  collectFunctions(*Table->getInitializer(), Functions);
  SmallSetVector<const Function *, 8> Callees;
  for (const Function *F : Functions)
    if (F && F->getFunctionType() == Call.getFunctionType())
      Callees.insert(F);
  for (const Function *F : Callees)
    add(Call, *F, SoftCallKind::Table);
  return true;
}

/// Adds what is in the place of a table of virtual functions that is loaded
/// from a table that an object points to.
bool SoftCallSearch::addVirtual(const CallBase &Call) {
  const auto *Load = dyn_cast<LoadInst>(Call.getCalledOperand());
  if (!Load || VirtualTables.empty())
    return false;
  const DataLayout &DL = Load->getDataLayout();
  const Value *Address = Load->getPointerOperand();
  APInt Offset(DL.getIndexTypeSizeInBits(Address->getType()), 0);
  const Value *Table = Address->stripAndAccumulateConstantOffsets(
      DL, Offset, /*AllowNonInbounds=*/true);
  if (!isa<LoadInst>(Table) || Offset.isNegative())
    return false;
  uint64_t Place = Offset.getZExtValue() / DL.getPointerSize();
  SmallSetVector<const Function *, 8> Callees;
  for (const auto &Functions : VirtualTables)
    if (Place < Functions.size() && Functions[Place] &&
        Functions[Place]->getFunctionType() == Call.getFunctionType())
      Callees.insert(Functions[Place]);
  for (const Function *F : Callees)
    add(Call, *F, SoftCallKind::Virtual);
  return true;
}

void SoftCallSearch::addByType(const CallBase &Call) {
  auto Callees = Taken.find(Call.getFunctionType());
  if (Callees == Taken.end() || Callees->second.size() > MostCallees)
    return;
  for (const Function *F : Callees->second)
    add(Call, *F, SoftCallKind::Pointer);
}

std::vector<SoftCall> findSoftCalls(const Module &M) {
  SoftCallSearch Search(M);
  for (const Function &F : M)
    if (!F.isDeclarationForLinker())
      for (const Instruction &I : instructions(F))
        if (const auto *Call = dyn_cast<CallBase>(&I))
          Search.visit(*Call);
  return std::move(Search.Found);
}

} // namespace offstack
