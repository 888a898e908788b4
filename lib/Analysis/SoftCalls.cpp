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
#include "Offstack/Analysis/TypedField.h"
#include "llvm/ADT/APInt.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace offstack {

/// Possible callees beyond which those of a call through a pointer are taken
/// together.
static constexpr size_t MostCallees = 16;

bool isFollowed(SoftCallKind Kind) {
  return Kind == SoftCallKind::Table || Kind == SoftCallKind::Virtual ||
         Kind == SoftCallKind::Field;
}

StringRef describeSoftCall(SoftCallKind Kind) {
  switch (Kind) {
  case SoftCallKind::Callback:
    return "a callback";
  case SoftCallKind::Table:
    return "a call through a table";
  case SoftCallKind::Virtual:
    return "a virtual call";
  case SoftCallKind::Field:
    return "a call through a field";
  case SoftCallKind::Pointer:
    return "a call through a pointer";
  }
  llvm_unreachable("all kinds are covered");
}

namespace {

/// A table of virtual functions.
struct VirtualTable {
  /// The type information of the class, or null if there is none.
  const GlobalVariable *Class;
  /// From the place that objects point to.
  SmallVector<const Function *, 8> Functions;
};

class SoftCallSearch {
public:
  explicit SoftCallSearch(const Module &M);

  void visit(const CallBase &Call);

  SoftCalls takeResult();

private:
  void addCallbacks(const CallBase &Call);
  bool addTable(const CallBase &Call);
  bool addVirtual(const CallBase &Call);
  bool addField(const CallBase &Call);
  void collectFields(const Function &F);
  void addVirtualTable(const Constant &Table);
  bool isInHierarchy(const VirtualTable &Table, const Function &Caller) const;
  void addByType(const CallBase &Call);
  void add(const CallBase &Call, const Function &Callee, SoftCallKind Kind) {
    if (!Callee.isDeclaration())
      Result.Known.push_back({&Call, &Callee, Kind});
  }

  SoftCalls Result;
  /// The functions that are stored in a field of a type.
  std::vector<std::pair<TypedField, SmallSetVector<const Function *, 4>>>
      Fields;
  /// Calls with too many callees, by type.
  MapVector<const FunctionType *, SmallVector<const CallBase *, 4>> Wide;
  /// The functions of tables of virtual functions, by table, from the place
  /// that objects point to.
  std::vector<VirtualTable> VirtualTables;
  /// The classes that each function is in a table of.
  DenseMap<const Function *, SmallVector<const GlobalVariable *, 2>> ClassesOf;
  /// Classes, by their type information, that have a base in common.
  EquivalenceClasses<const GlobalVariable *> Hierarchies;
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
    for (const Use &Table : Tables->operands())
      addVirtualTable(*cast<Constant>(Table));
  }
  for (const Function &F : M)
    if (!F.isDeclaration() && F.hasAddressTaken()) {
      Taken[F.getFunctionType()].push_back(&F);
      collectFields(F);
    }
}

/// Notes \p Table, an array of pointers, and the bases of its class.
void SoftCallSearch::addVirtualTable(const Constant &Table) {
  VirtualTable New{nullptr, {}};
  SmallVector<const Function *, 8> Functions;
  collectFunctions(Table, Functions);
  // In front are the offset to the top and the type.
  constexpr unsigned Header = 2;
  if (Functions.size() <= Header)
    return;
  New.Functions.assign(Functions.begin() + Header, Functions.end());
  New.Class =
      dyn_cast<GlobalVariable>(Table.getOperand(1)->stripPointerCasts());
  if (New.Class) {
    Hierarchies.insert(New.Class);
    for (const Function *F : New.Functions)
      if (F)
        ClassesOf[F].push_back(New.Class);
    SmallVector<const GlobalVariable *, 8> Worklist = {New.Class};
    SmallPtrSet<const GlobalVariable *, 8> Seen = {New.Class};
    while (!Worklist.empty()) {
      const GlobalVariable *Class = Worklist.pop_back_val();
      if (!Class->hasInitializer() ||
          !isa<ConstantStruct>(Class->getInitializer()))
        continue;
      for (const Use &Part : Class->getInitializer()->operands()) {
        const auto *Base =
            dyn_cast<GlobalVariable>(Part.get()->stripPointerCasts());
        if (!Base || !Base->getName().starts_with("_ZTI"))
          continue;
        Hierarchies.unionSets(New.Class, Base);
        if (Seen.insert(Base).second)
          Worklist.push_back(Base);
      }
    }
  }
  VirtualTables.push_back(std::move(New));
}

/// Returns true if a class that \p Caller is a virtual function of has a base
/// in common with that of \p Table.
bool SoftCallSearch::isInHierarchy(const VirtualTable &Table,
                                   const Function &Caller) const {
  auto Classes = ClassesOf.find(&Caller);
  return Table.Class && Classes != ClassesOf.end() &&
         any_of(Classes->second, [&](const GlobalVariable *Class) {
           return Hierarchies.isEquivalent(Class, Table.Class);
         });
}

/// Notes the fields in which the address of \p F is stored.
void SoftCallSearch::collectFields(const Function &F) {
  for (const User *U : F.users()) {
    const auto *Store = dyn_cast<StoreInst>(U);
    if (!Store || Store->getValueOperand() != &F)
      continue;
    std::optional<TypedField> Field =
        findTypedField(*Store->getPointerOperand(), Store->getDataLayout());
    if (!Field || !Field->Struct)
      continue;
    auto Known = find_if(
        Fields, [&](const auto &Entry) { return Entry.first == *Field; });
    if (Known == Fields.end())
      Known = Fields.insert(Fields.end(), {*Field, {}});
    Known->second.insert(&F);
  }
}

void SoftCallSearch::visit(const CallBase &Call) {
  if (Call.isInlineAsm())
    return;
  if (isa<Function>(Call.getCalledOperand()->stripPointerCasts()))
    addCallbacks(Call);
  else if (!addTable(Call) && !addVirtual(Call) && !addField(Call))
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
  // The table is what the object points to, which is passed as well.
  const auto *Object = dyn_cast<LoadInst>(Table);
  if (!Object || Offset.isNegative() ||
      !is_contained(Call.args(), Object->getPointerOperand()))
    return false;
  uint64_t Place = Offset.getZExtValue() / DL.getPointerSize();
  SmallSetVector<const Function *, 8> Own, Callees;
  for (const VirtualTable &Table : VirtualTables) {
    const Function *F =
        Place < Table.Functions.size() ? Table.Functions[Place] : nullptr;
    if (!F || F->getFunctionType() != Call.getFunctionType())
      continue;
    Callees.insert(F);
    if (isInHierarchy(Table, *Call.getFunction()))
      Own.insert(F);
  }
  // Of which class the object is, IR does not tell: as a rule of the own one.
  for (const Function *F : Own.empty() ? Callees : Own)
    add(Call, *F, SoftCallKind::Virtual);
  return !Callees.empty();
}

/// Adds what is stored somewhere in the field that the callee is loaded from.
bool SoftCallSearch::addField(const CallBase &Call) {
  const auto *Load = dyn_cast<LoadInst>(Call.getCalledOperand());
  if (!Load)
    return false;
  std::optional<TypedField> Field =
      findTypedField(*Load->getPointerOperand(), Load->getDataLayout());
  if (!Field || !Field->Struct)
    return false;
  auto Known =
      find_if(Fields, [&](const auto &Entry) { return Entry.first == *Field; });
  if (Known == Fields.end())
    return false;
  for (const Function *F : Known->second)
    if (F->getFunctionType() == Call.getFunctionType())
      add(Call, *F, SoftCallKind::Field);
  return true;
}

void SoftCallSearch::addByType(const CallBase &Call) {
  auto Callees = Taken.find(Call.getFunctionType());
  if (Callees == Taken.end())
    return;
  if (Callees->second.size() > MostCallees) {
    Wide[Call.getFunctionType()].push_back(&Call);
    return;
  }
  for (const Function *F : Callees->second)
    add(Call, *F, SoftCallKind::Pointer);
}

SoftCalls SoftCallSearch::takeResult() {
  for (auto &[Type, Calls] : Wide)
    Result.Wide.push_back({std::move(Calls), std::move(Taken[Type])});
  return std::move(Result);
}

SoftCalls findSoftCalls(const Module &M) {
  SoftCallSearch Search(M);
  for (const Function &F : M)
    if (!F.isDeclarationForLinker())
      for (const Instruction &I : instructions(F))
        if (const auto *Call = dyn_cast<CallBase>(&I))
          Search.visit(*Call);
  return Search.takeResult();
}

} // namespace offstack
