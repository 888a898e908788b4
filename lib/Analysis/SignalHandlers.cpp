//===- SignalHandlers.cpp - Which functions handle signals ----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows values backwards, from the calls that install a handler to the
// functions that can be it.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/SignalHandlers.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace offstack {

/// The attribute of functions that were handlers before optimisation.
static constexpr StringLiteral HandlerNote = "offstack-signal-handler";

namespace {

/// How a library function is given a handler.
enum class Installer {
  None,
  /// The handler is an argument, as in signal().
  ByArgument,
  /// The handler is a field of a struct, as in sigaction().
  ByStruct,
};

class HandlerSearch {
public:
  SetVector<const Function *> run(const Module &M);

private:
  void seedFromInstaller(const Function &Callee, Installer How);
  void seedFromStruct(const CallBase &Call);
  void seedFromFields(const Module &M);
  void seedFromInitializer(const Value *Pointer);
  void visit(const Value &V);
  void visitOperands(const User &U);
  void visitStoredTo(const Value &Variable);
  void visitCallers(const Argument &A);
  void visitReturned(const CallBase &Call);
  void push(const Value *V);

  /// Some handler is the field of a struct.
  bool UsesStructs = false;
  SetVector<const Function *> Handlers;
  SmallPtrSet<const Value *, 16> Seen;
  SmallVector<const Value *, 16> Worklist;
};

} // namespace

static Installer classifyInstaller(const Function &F) {
  return StringSwitch<Installer>(
             GlobalValue::dropLLVMManglingEscape(F.getName()))
      .Cases({"signal", "bsd_signal", "sysv_signal", "__sysv_signal"},
             Installer::ByArgument)
      .Cases({"ssignal", "sigset"}, Installer::ByArgument)
      .Cases({"sigaction", "__sigaction"}, Installer::ByStruct)
      .Default(Installer::None);
}

SetVector<const Function *> HandlerSearch::run(const Module &M) {
  for (const Function &F : M)
    if (F.hasFnAttribute(HandlerNote))
      Handlers.insert(&F);
  for (const Function &F : M)
    if (Installer How = classifyInstaller(F); How != Installer::None)
      seedFromInstaller(F, How);
  if (UsesStructs)
    seedFromFields(M);
  while (!Worklist.empty())
    visit(*Worklist.pop_back_val());
  return std::move(Handlers);
}

void HandlerSearch::push(const Value *V) {
  if (V->getType()->isPtrOrPtrVectorTy() || V->getType()->isAggregateType())
    if (Seen.insert(V).second)
      Worklist.push_back(V);
}

void HandlerSearch::seedFromInstaller(const Function &Callee, Installer How) {
  for (const Use &U : Callee.uses()) {
    const auto *Call = dyn_cast<CallBase>(U.getUser());
    if (!Call || !Call->isCallee(&U))
      continue;
    UsesStructs |= How == Installer::ByStruct;
    if (How == Installer::ByStruct)
      seedFromStruct(*Call);
    else
      for (const Value *Argument : Call->args())
        push(Argument);
  }
}

/// Takes every address that the caller stores: at -O2 the struct may be built
/// by stores, by a copy of a constant, or be a constant itself.
void HandlerSearch::seedFromStruct(const CallBase &Call) {
  for (const Value *Argument : Call.args())
    seedFromInitializer(Argument);
  for (const Instruction &I : instructions(Call.getFunction())) {
    if (const auto *Store = dyn_cast<StoreInst>(&I))
      push(Store->getValueOperand());
    else if (const auto *Copy = dyn_cast<MemTransferInst>(&I))
      seedFromInitializer(Copy->getRawSource());
  }
}

/// Takes what is stored in a field of a struct sigaction, in functions that do
/// not call sigaction() themselves too, as the constructor of a class around
/// it. Without optimisation the type is there to see.
void HandlerSearch::seedFromFields(const Module &M) {
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      const auto *Store = dyn_cast<StoreInst>(&I);
      const auto *Field =
          Store ? dyn_cast<GEPOperator>(Store->getPointerOperand()) : nullptr;
      const auto *Struct =
          Field ? dyn_cast<StructType>(Field->getSourceElementType()) : nullptr;
      if (Struct && Struct->hasName() &&
          Struct->getName().starts_with("struct.sigaction"))
        push(Store->getValueOperand());
    }
}

void HandlerSearch::seedFromInitializer(const Value *Pointer) {
  const auto *Global =
      dyn_cast<GlobalVariable>(Pointer->stripInBoundsConstantOffsets());
  if (Global && Global->hasInitializer())
    push(Global->getInitializer());
}

void HandlerSearch::visit(const Value &V) {
  if (const auto *F = dyn_cast<Function>(&V))
    Handlers.insert(F);
  else if (const auto *A = dyn_cast<Argument>(&V))
    visitCallers(*A);
  else if (const auto *Load = dyn_cast<LoadInst>(&V))
    visitStoredTo(*Load->getPointerOperand());
  else if (const auto *Call = dyn_cast<CallBase>(&V))
    visitReturned(*Call);
  else if (isa<PHINode, SelectInst, CastInst, FreezeInst>(V))
    visitOperands(cast<User>(V));
  // A global variable is not entered: its address is not the handler, and a
  // stored pointer to a table (of virtual functions, say) installs nothing.
  else if (isa<Constant>(V) && !isa<GlobalValue>(V))
    visitOperands(cast<User>(V));
}

void HandlerSearch::visitOperands(const User &U) {
  for (const Value *Operand : U.operands())
    push(Operand);
}

void HandlerSearch::visitStoredTo(const Value &Variable) {
  if (!isa<AllocaInst, GlobalVariable>(Variable))
    return;
  seedFromInitializer(&Variable);
  for (const User *U : Variable.users())
    if (const auto *Store = dyn_cast<StoreInst>(U))
      if (Store->getPointerOperand() == &Variable)
        push(Store->getValueOperand());
}

void HandlerSearch::visitCallers(const Argument &A) {
  for (const Use &U : A.getParent()->uses()) {
    const auto *Call = dyn_cast<CallBase>(U.getUser());
    if (Call && Call->isCallee(&U) && A.getArgNo() < Call->arg_size())
      push(Call->getArgOperand(A.getArgNo()));
  }
}

/// At -O0 the conversion of a lambda to a function pointer is a call.
void HandlerSearch::visitReturned(const CallBase &Call) {
  if (const Function *Callee = Call.getCalledFunction())
    for (const BasicBlock &Block : *Callee)
      if (const auto *Return = dyn_cast<ReturnInst>(Block.getTerminator()))
        if (const Value *Returned = Return->getReturnValue())
          push(Returned);
}

SetVector<const Function *> findSignalHandlers(const Module &M) {
  return HandlerSearch().run(M);
}

bool noteSignalHandlers(Module &M) {
  SetVector<const Function *> Handlers = findSignalHandlers(M);
  if (Handlers.empty())
    return false;
  bool Changed = false;
  for (Function &F : M)
    if (Handlers.contains(&F) && !F.isDeclaration() &&
        !F.hasFnAttribute(HandlerNote)) {
      F.addFnAttr(HandlerNote);
      Changed = true;
    }
  return Changed;
}

} // namespace offstack
