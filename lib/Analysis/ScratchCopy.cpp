//===- ScratchCopy.cpp - Functions copied to be simplified ----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Copies instruction by instruction: CloneModule would copy all of a module,
// CloneFunctionInto the debug information of it. What is not copied is declared
// when the first copy refers to it.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/ScratchCopy.h"
#include "Offstack/Analysis/DirectCallGraph.h"
#include "Offstack/Analysis/ScratchPasses.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/GlobalAlias.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// A metadata kind that plays no part in any pass that runs here holds the
/// number of a call. A kind of our own would be listed in bitcode files of the
/// module that is compiled, as both share one context.
static constexpr unsigned NumberKind = LLVMContext::MD_annotation;

/// Returns true if the module only ever reads \p G: it keeps its value.
static bool isOnlyRead(const GlobalVariable &G) {
  return G.hasLocalLinkage() && all_of(G.users(), [](const User *U) {
           const auto *Load = dyn_cast<LoadInst>(U);
           return Load && Load->isSimple();
         });
}

/// Declares what copies refer to.
class ScratchCopy::Declarer : public ValueMaterializer {
public:
  Declarer(Module &Scratch, ValueToValueMapTy &Values)
      : Scratch(Scratch), Values(Values) {}

  Value *materialize(Value *V) override {
    if (auto *F = dyn_cast<Function>(V))
      return declareFunction(*F);
    if (auto *G = dyn_cast<GlobalVariable>(V))
      return declareVariable(*G);
    if (auto *Alias = dyn_cast<GlobalAlias>(V))
      return findAliasee(*Alias);
    return nullptr;
  }

private:
  Value *declareFunction(const Function &F) {
    Function *Copy =
        Function::Create(F.getFunctionType(), GlobalValue::ExternalLinkage,
                         F.getAddressSpace(), F.getName(), &Scratch);
    Copy->setAttributes(F.getAttributes());
    Copy->setCallingConv(F.getCallingConv());
    return Copy;
  }

  /// Copies the value of constants that limits are made of, and no others.
  Value *declareVariable(const GlobalVariable &G) {
    bool HasValue = (G.isConstant() || isOnlyRead(G)) &&
                    G.hasDefinitiveInitializer() &&
                    isa<ConstantInt>(G.getInitializer());
    auto *Copy = new GlobalVariable(
        Scratch, G.getValueType(), G.isConstant() || HasValue,
        HasValue ? GlobalValue::InternalLinkage : GlobalValue::ExternalLinkage,
        HasValue ? const_cast<Constant *>(G.getInitializer()) : nullptr,
        G.getName(), nullptr, G.getThreadLocalMode(), G.getAddressSpace());
    Copy->setAlignment(G.getAlign());
    return Copy;
  }

  /// Returns the copy of the function behind \p Alias if there is one.
  Value *findAliasee(const GlobalAlias &Alias) {
    if (auto *F = dyn_cast<Function>(Alias.getAliasee()->stripPointerCasts()))
      if (!Alias.isInterposable())
        if (Value *Copy = Values.lookup(F))
          return Copy;
    if (auto *Type = dyn_cast<FunctionType>(Alias.getValueType()))
      return Function::Create(Type, GlobalValue::ExternalLinkage,
                              Alias.getAddressSpace(), Alias.getName(),
                              &Scratch);
    return new GlobalVariable(Scratch, Alias.getValueType(), false,
                              GlobalValue::ExternalLinkage, nullptr,
                              Alias.getName());
  }

  Module &Scratch;
  ValueToValueMapTy &Values;
};

ScratchCopy::ScratchCopy(const Module &M, ArrayRef<const Function *> Members,
                         const DenseSet<const Function *> &Recursive,
                         ArrayRef<SoftCall> Soft, const InlineLimits &Limits)
    : Scratch(std::make_unique<Module>("offstack-scratch", M.getContext())) {
  Scratch->setDataLayout(M.getDataLayout());
  Scratch->setTargetTriple(M.getTargetTriple());
  MemberSet.insert_range(Members);
  for (const SoftCall &Call : Soft)
    SoftCallees[Call.Call].push_back(Call.Callee);
  for (const Function *F : Members)
    declare(*F, /*IsMember=*/true);
  addSmallCallees(Members, Recursive, Limits);
  Declarer Declare(*Scratch, Values);
  for (const Function *F : Copied)
    copyBody(*F, Declare);
  Values.clear(); // Nothing is to keep track of what the passes replace.
  simplifyScratch(*Scratch, Copies, Limits.Rounds);
}

ScratchCopy::~ScratchCopy() = default;

void ScratchCopy::declare(const Function &F, bool IsMember) {
  Function *Copy = Function::Create(
      F.getFunctionType(),
      IsMember ? GlobalValue::ExternalLinkage : GlobalValue::InternalLinkage,
      F.getAddressSpace(), F.getName(), Scratch.get());
  Copy->setAttributes(F.getAttributes());
  Copy->setCallingConv(F.getCallingConv());
  for (Attribute::AttrKind Kind :
       {Attribute::OptimizeNone, Attribute::NoInline, Attribute::AlwaysInline})
    Copy->removeFnAttr(Kind);
  // Nobody uses the result of the calls that are added.
  if (!SoftCallees.empty())
    Copy->removeFnAttr(Attribute::WillReturn);
  if (!IsMember)
    Copy->addFnAttr(Attribute::AlwaysInline);
  Values[&F] = Copy;
  Copied.push_back(&F);
  Originals[Copy] = &F;
  if (IsMember)
    Copies.push_back(Copy);
}

/// Returns true if the body of \p F is the one that runs, and can be moved into
/// another function.
static bool isInlinable(const Function &F, const InlineLimits &Limits) {
  return !F.isDeclaration() && !F.isInterposable() && !F.isVarArg() &&
         !F.isPresplitCoroutine() && !F.hasFnAttribute(Attribute::Naked) &&
         !F.hasFnAttribute(Attribute::ReturnsTwice) &&
         F.getInstructionCount() <= Limits.CalleeSize;
}

void ScratchCopy::addSmallCallees(ArrayRef<const Function *> Members,
                                  const DenseSet<const Function *> &Recursive,
                                  const InlineLimits &Limits) {
  SmallVector<const Function *, 32> Level(Members);
  for (unsigned Depth = 0; Depth < Limits.Depth && !Level.empty(); ++Depth) {
    MapVector<const Function *, unsigned> CallCounts;
    for (const Function *Caller : Level)
      for (const Instruction &I : instructions(*Caller))
        if (const auto *Call = dyn_cast<CallBase>(&I))
          if (const Function *Callee = findDirectCallee(*Call);
              Callee && !Recursive.contains(Callee) && !Values.count(Callee) &&
              isInlinable(*Callee, Limits))
            ++CallCounts[Callee];
    Level.clear();
    for (const auto &[Callee, Count] : CallCounts) {
      if (Callee->getInstructionCount() * Count > Limits.TotalSize)
        continue;
      declare(*Callee, /*IsMember=*/false);
      Level.push_back(Callee);
    }
  }
}

/// Notes on \p Copy that it is a copy of \p Original.
void ScratchCopy::addNumber(CallBase &Copy, const CallBase &Original) {
  LLVMContext &Context = Copy.getContext();
  Copy.setMetadata(
      NumberKind, MDNode::get(Context, ConstantAsMetadata::get(ConstantInt::get(
                                           Type::getInt32Ty(Context),
                                           OriginalCalls.size()))));
  OriginalCalls.push_back(&Original);
}

/// Adds a call of \p Callee with the arguments of \p Original to \p Block.
/// Operands are those of the original.
Instruction *ScratchCopy::addSoftCall(const CallBase &Original,
                                      const Function &Callee,
                                      BasicBlock &Block) {
  SmallVector<Value *, 8> Arguments(Original.args());
  CallInst *Call =
      CallInst::Create(Original.getFunctionType(),
                       const_cast<Function *>(&Callee), Arguments, "", &Block);
  Call->setCallingConv(Original.getCallingConv());
  addNumber(*Call, Original);
  return Call;
}

/// Returns what stands for the global or constant \p C in the copy.
Value *ScratchCopy::mapConstant(Constant &C, Declarer &Declare) {
  return MapValue(&C, Values, RF_NoModuleLevelChanges | RF_IgnoreMissingLocals,
                  nullptr, &Declare);
}

/// Has \p I, a clone, refer to what is in the copy.
void ScratchCopy::remap(Instruction &I,
                        const DenseMap<const Value *, Value *> &Locals,
                        Declarer &Declare) {
  for (Use &Operand : I.operands()) {
    if (Value *Local = Locals.lookup(Operand.get()))
      Operand.set(Local);
    else if (auto *C = dyn_cast<Constant>(Operand.get());
             C && !isa<ConstantData>(C))
      Operand.set(mapConstant(*C, Declare));
    else if (auto *Wrapped = dyn_cast<MetadataAsValue>(Operand.get()))
      if (auto *Local = dyn_cast<LocalAsMetadata>(Wrapped->getMetadata()))
        if (Value *New = Locals.lookup(Local->getValue()))
          Operand.set(
              MetadataAsValue::get(I.getContext(), ValueAsMetadata::get(New)));
  }
  if (auto *Phi = dyn_cast<PHINode>(&I))
    for (unsigned Index = 0; Index < Phi->getNumIncomingValues(); ++Index)
      Phi->setIncomingBlock(
          Index, cast<BasicBlock>(Locals.lookup(Phi->getIncomingBlock(Index))));
}

void ScratchCopy::copyBody(const Function &F, Declarer &Declare) {
  auto *Copy = cast<Function>(Values.lookup(&F));
  // What is local is looked up often: the map of values costs more.
  DenseMap<const Value *, Value *> Locals;
  for (auto [From, To] : zip(F.args(), Copy->args())) {
    To.setName(From.getName());
    Locals[&From] = &To;
  }
  LLVMContext &Context = F.getContext();
  for (const BasicBlock &Block : F)
    Locals[&Block] = BasicBlock::Create(Context, Block.getName(), Copy);
  bool IsMember = MemberSet.contains(&F);
  SmallVector<Instruction *, 0> Added;
  for (const BasicBlock &Block : F) {
    auto *To = cast<BasicBlock>(Locals.lookup(&Block));
    for (const Instruction &I : Block) {
      const auto *Call = IsMember ? dyn_cast<CallBase>(&I) : nullptr;
      if (auto Soft = Call ? SoftCallees.find(Call) : SoftCallees.end();
          Soft != SoftCallees.end())
        for (const Function *Callee : Soft->second)
          Added.push_back(addSoftCall(*Call, *Callee, *To));
      Instruction *New = I.clone();
      New->dropUnknownNonDebugMetadata();
      // By this, a pass over the copy would find the debug records of the
      // original, and change them.
      New->setMetadata(LLVMContext::MD_DIAssignID, nullptr);
      New->setDebugLoc(DebugLoc());
      New->insertInto(To, To->end());
      Locals[&I] = New;
      Added.push_back(New);
      const Function *Callee = Call ? findDirectCallee(*Call) : nullptr;
      if (Callee && MemberSet.contains(Callee))
        addNumber(*cast<CallBase>(New), *Call);
    }
  }
  for (Instruction *New : Added)
    remap(*New, Locals, Declare);
  if (F.hasPersonalityFn())
    Copy->setPersonalityFn(
        cast<Constant>(mapConstant(*F.getPersonalityFn(), Declare)));
}

const Function *ScratchCopy::findOriginal(const Function &Copy) const {
  return Originals.lookup(&Copy);
}

const CallBase *ScratchCopy::findOriginal(const CallBase &Copy) const {
  const MDNode *Number = Copy.getMetadata(NumberKind);
  if (!Number)
    return nullptr;
  return OriginalCalls[mdconst::extract<ConstantInt>(Number->getOperand(0))
                           ->getZExtValue()];
}

} // namespace offstack
