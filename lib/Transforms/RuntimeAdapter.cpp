//===- RuntimeAdapter.cpp - Makes the runtime fit a module ----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Linkage, attributes, calling convention: one after the other.
//
//===----------------------------------------------------------------------===//

#include "RuntimeAdapter.h"
#include "Offstack/Registry/RuntimeNames.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/AttributeMask.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace offstack {

namespace {

/// Makes the runtime fit a module.
class RuntimeAdapter {
public:
  RuntimeAdapter(Module &Runtime, Module &M, const Function &Boxed)
      : Runtime(Runtime), M(M), Boxed(Boxed), Target(M.getTargetTriple()) {}

  void adapt();

private:
  AttributeSet getDefaultAttributes();
  void adaptModule();
  void adaptLinkage(GlobalObject &Object);
  void adaptAttributes(Function &F, AttributeSet Defaults);
  void adaptFeatures(Function &F);
  void adaptArguments(Function &F);
  void adaptCalls(Function &F);
  void setStrong();

  Module &Runtime;
  Module &M;
  const Function &Boxed;
  const Triple &Target;
};

} // namespace

/// Returns what the module wants of functions that a pass adds to it: unwind
/// tables, frame pointers, protection of branches.
AttributeSet RuntimeAdapter::getDefaultAttributes() {
  auto *Type = FunctionType::get(Type::getVoidTy(M.getContext()), false);
  Function *Model = Function::createWithDefaultAttr(
      Type, GlobalValue::InternalLinkage, 0, "", &M);
  AttributeSet Defaults = Model->getAttributes().getFnAttrs();
  Model->eraseFromParent();
  return Defaults;
}

/// Takes off what speaks of the target or of the compiler.
void RuntimeAdapter::adaptModule() {
  for (NamedMDNode &Node : make_early_inc_range(Runtime.named_metadata()))
    Node.eraseFromParent();
  Runtime.setDataLayout(M.getDataLayout());
  Runtime.setTargetTriple(Target);
}

/// Makes the definition \p Object one of many that are alike. A static function
/// is, too, or each module would keep its own.
void RuntimeAdapter::adaptLinkage(GlobalObject &Object) {
  StringRef Name = Object.getName();
  bool IsControl = Name.starts_with(ControlPrefix);
  if (!IsControl) {
    Name.consume_front(RuntimeSourcePrefix);
    Object.setName(RuntimePrefix + Name.str());
  }
  Object.setLinkage(IsControl ? GlobalValue::WeakODRLinkage
                              : GlobalValue::LinkOnceODRLinkage);
  Object.setVisibility(GlobalValue::HiddenVisibility);
  Object.setComdat(Runtime.getOrInsertComdat(Object.getName()));
}

/// Replaces the attributes that the runtime was compiled with by those that the
/// module's own functions have by default.
void RuntimeAdapter::adaptAttributes(Function &F, AttributeSet Defaults) {
  AttributeMask Texts;
  for (Attribute Own : F.getAttributes().getFnAttrs())
    if (Own.isStringAttribute())
      Texts.addAttribute(Own.getKindAsString());
  F.removeFnAttrs(Texts);
  F.addFnAttrs(AttrBuilder(F.getContext(), Defaults));
  F.addFnAttr(RuntimeMark);
}

/// Returns those of \p Features that keep a register out of use: a program may
/// hold something in it, a shadow call stack for one.
static std::string keepReservedRegisters(StringRef Features) {
  SmallVector<StringRef, 8> Kept;
  for (StringRef Feature : split(Features, ','))
    if (Feature.starts_with("+reserve-"))
      Kept.push_back(Feature);
  return join(Kept, ",");
}

/// Leaves \p F no instructions of a certain processor: the linker may take it
/// from a module that is compiled for another one than the rest. Where features
/// are part of the calling convention, F gets those of its callers.
void RuntimeAdapter::adaptFeatures(Function &F) {
  bool MustMatch = Target.isRISCV() || Target.isLoongArch();
  for (StringRef Kind : {"target-cpu", "target-features", "target-abi"}) {
    F.removeFnAttr(Kind);
    StringRef Given = Boxed.getFnAttribute(Kind).getValueAsString();
    if (MustMatch && !Given.empty())
      F.addFnAttr(Kind, Given);
  }
  if (MustMatch)
    return;
  std::string Reserved = keepReservedRegisters(
      Boxed.getFnAttribute("target-features").getValueAsString());
  if (!Reserved.empty())
    F.addFnAttr("target-features", Reserved);
}

/// Some targets pass an int in a register of 64 bits and want it extended.
void RuntimeAdapter::adaptArguments(Function &F) {
  Attribute::AttrKind Extension =
      TargetLibraryInfo::getExtAttrForI32Param(Target);
  if (Extension == Attribute::None)
    return;
  for (Argument &Parameter : F.args())
    if (Parameter.getType()->isIntegerTy(32))
      Parameter.addAttr(Extension);
}

void RuntimeAdapter::adaptCalls(Function &F) {
  Attribute::AttrKind Extension =
      TargetLibraryInfo::getExtAttrForI32Param(Target);
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<CallBase>(&I);
        Call && Extension != Attribute::None && !isa<IntrinsicInst>(Call))
      for (unsigned Index : seq(Call->arg_size()))
        if (Call->getArgOperand(Index)->getType()->isIntegerTy(32))
          Call->addParamAttr(Index, Extension);
}

/// Makes the reference to the function that calls destructors at the end of a
/// thread one that a static link resolves: glibc's own, or else that of POSIX,
/// which glibc had in a library of its own once.
void RuntimeAdapter::setStrong() {
  if (Target.isGNUEnvironment()) {
    Runtime.getFunction("__cxa_thread_atexit_impl")
        ->setLinkage(GlobalValue::ExternalLinkage);
    return;
  }
  for (StringRef Name : {"pthread_key_create", "pthread_setspecific"})
    Runtime.getFunction(Name)->setLinkage(GlobalValue::ExternalLinkage);
}

void RuntimeAdapter::adapt() {
  adaptModule();
  setStrong();
  AttributeSet Defaults = getDefaultAttributes();
  for (GlobalVariable &Variable : Runtime.globals())
    if (!Variable.isDeclaration())
      adaptLinkage(Variable);
  for (Function &F : Runtime) {
    if (F.isIntrinsic())
      continue;
    adaptArguments(F);
    adaptCalls(F);
    if (F.isDeclaration()) {
      F.setAttributes(F.getAttributes().removeFnAttributes(F.getContext()));
      continue;
    }
    adaptLinkage(F);
    adaptAttributes(F, Defaults);
    adaptFeatures(F);
  }
}

void adaptRuntime(Module &Runtime, Module &M, const Function &Boxed) {
  RuntimeAdapter(Runtime, M, Boxed).adapt();
}

} // namespace offstack
