//===- ModuleHazards.cpp - Hazards of a function's place ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks at the module once: which functions run where malloc must not be
// called, and what only such functions call.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/BoxHazards.h"
#include "Offstack/Analysis/RealtimeNotes.h"
#include "Offstack/Analysis/SignalHandlers.h"
#include "Offstack/Registry/RuntimeNames.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/GlobalIFunc.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/CodeGen.h"

using namespace llvm;

namespace offstack {

using FunctionSet = SetVector<const Function *>;

/// Constructors with a priority up to this one are reserved to the
/// implementation (GCC manual, attribute 'constructor').
static constexpr uint64_t LastReservedPriority = 100;

/// Returns the definition that \p I calls directly, or null.
static const Function *getDefinedCallee(const Instruction &I) {
  const auto *Call = dyn_cast<CallBase>(&I);
  if (!Call)
    return nullptr;
  const auto *Callee =
      dyn_cast<Function>(Call->getCalledOperand()->stripPointerCasts());
  return Callee && !Callee->isDeclaration() ? Callee : nullptr;
}

/// Returns true if every use of \p F is a direct call in one of \p Callers.
static bool isCalledOnlyFrom(const Function &F, const FunctionSet &Callers) {
  for (const Use &U : F.uses()) {
    // A label's address belongs to its function: it calls nothing.
    if (isa<BlockAddress>(U.getUser()))
      continue;
    const auto *Call = dyn_cast<CallBase>(U.getUser());
    if (!Call || !Call->isCallee(&U) || !Callers.contains(Call->getFunction()))
      return false;
  }
  return true;
}

/// Adds to \p Set every definition that its members may call, directly and
/// transitively, and that \p Accepts.
static void addCallees(FunctionSet &Set,
                       function_ref<bool(const Function &)> Accepts) {
  // The set grows while it is walked: it is its own worklist.
  for (size_t Next = 0; Next != Set.size(); ++Next)
    for (const Instruction &I : instructions(*Set[Next]))
      if (const Function *Callee = getDefinedCallee(I))
        if (Accepts(*Callee))
          Set.insert(Callee);
}

/// Adds to \p Roots every function that is reached only from them. Takes all
/// that may qualify first and removes what others call, so that functions
/// which call each other qualify together.
static void addPrivateCallees(FunctionSet &Roots) {
  FunctionSet Set = Roots;
  addCallees(Set, [](const Function &F) { return F.hasLocalLinkage(); });
  auto IsShared = [&](const Function *F) {
    return !Roots.contains(F) && !isCalledOnlyFrom(*F, Set);
  };
  while (Set.remove_if(IsShared))
    continue;
  Roots = std::move(Set);
}

/// Returns true if \p Name is that of a function that malloc may be built on,
/// or that is called when it fails.
static bool isAllocatorName(StringRef Name) {
  if (Name.starts_with("_Zn") || Name.starts_with("_Zd")) {
    // operator new and delete, scalar and array, for a 32- or 64-bit size_t.
    StringRef Operator = Name.drop_front(2);
    return StringSwitch<bool>(Operator.take_front(3))
        .Cases({"nwm", "nwj", "nam", "naj"}, true)
        .Default(Operator.starts_with("dlPv") || Operator.starts_with("daPv"));
  }
  return StringSwitch<bool>(Name)
      .Cases({"malloc", "calloc", "realloc", "free", "reallocarray"}, true)
      .Cases({"aligned_alloc", "posix_memalign", "memalign"}, true)
      .Cases({"valloc", "pvalloc", "malloc_usable_size"}, true)
      // What malloc and the cache of boxes call.
      .Cases({"mmap", "mmap64", "munmap", "clock_gettime"}, true)
      .Case(OutOfMemoryHelperName, true)
      // The same operators as mangled for MSVC.
      .StartsWith("??2@YAP", true)
      .StartsWith("??_U@YAP", true)
      .StartsWith("??3@YAX", true)
      .StartsWith("??_V@YAX", true)
      .Default(false);
}

/// Returns true if \p F allocates or frees by its name or attributes. It may be
/// a declaration, which has no objects and calls nothing.
static bool isAllocator(const Function &F) {
  return isAllocatorName(GlobalValue::dropLLVMManglingEscape(F.getName())) ||
         F.hasFnAttribute(Attribute::AllocKind) ||
         F.hasFnAttribute("alloc-family");
}

static FunctionSet findAllocators(const Module &M) {
  FunctionSet Set;
  for (const Function &F : M)
    if (isAllocator(F))
      Set.insert(&F);
  addCallees(Set, [](const Function &) { return true; });
  return Set;
}

static FunctionSet findIFuncResolvers(const Module &M) {
  FunctionSet Set;
  for (const GlobalIFunc &IFunc : M.ifuncs())
    if (const Function *Resolver = IFunc.getResolverFunction())
      Set.insert(Resolver);
  return Set;
}

static FunctionSet findEarlyConstructors(const Module &M) {
  FunctionSet Set;
  const GlobalVariable *List = M.getNamedGlobal("llvm.global_ctors");
  if (!List || !List->hasInitializer())
    return Set;
  const auto *Entries = dyn_cast<ConstantArray>(List->getInitializer());
  if (!Entries)
    return Set;
  for (const Use &Entry : Entries->operands()) {
    const auto *Fields = dyn_cast<ConstantStruct>(Entry);
    if (!Fields)
      continue;
    const auto *Priority = dyn_cast<ConstantInt>(Fields->getOperand(0));
    const auto *Constructor =
        dyn_cast<Function>(Fields->getOperand(1)->stripPointerCasts());
    if (Constructor && Priority &&
        Priority->getZExtValue() <= LastReservedPriority)
      Set.insert(Constructor);
  }
  return Set;
}

static FunctionSet findRealtimeFunctions(const Module &M) {
  FunctionSet Set;
  for (const Function &F : M)
    if (isRealtime(F))
      Set.insert(&F);
  return Set;
}

/// Returns true if \p M uses a collector that scans stacks for anything that
/// looks like a pointer (the Boehm collector's interface).
static bool hasConservativeCollector(const Module &M) {
  return any_of(M, [](const Function &F) {
    StringRef Name = GlobalValue::dropLLVMManglingEscape(F.getName());
    return Name == "GC_init" || Name == "GC_malloc" ||
           Name.starts_with("GC_malloc_") ||
           Name.starts_with("GC_debug_malloc");
  });
}

static std::optional<Hazard> findModuleWideHazard(const Module &M) {
  const Triple &Target = M.getTargetTriple();
  if (Target.isGPU() || Target.isSPIR() || Target.isBPF())
    return Hazard::DeviceTarget;
  if (M.getCodeModel() == CodeModel::Kernel)
    return Hazard::NoHeap;
  if (hasConservativeCollector(M))
    return Hazard::GarbageCollected;
  return std::nullopt;
}

ModuleHazards::ModuleHazards(const Module &M)
    : ModuleWide(findModuleWideHazard(M)) {
  auto Add = [&](Hazard Kind, const FunctionSet &Set) {
    for (const Function *F : Set)
      FunctionHazards.try_emplace(F, Kind);
  };
  auto AddWithPrivateCallees = [&](Hazard Kind, FunctionSet Set) {
    addPrivateCallees(Set);
    Add(Kind, Set);
  };
  // The first one holds: those that a user can override come last.
  AddWithPrivateCallees(Hazard::IFuncResolver, findIFuncResolvers(M));
  Add(Hazard::AllocatorFunction, findAllocators(M));
  AddWithPrivateCallees(Hazard::SignalHandler, findSignalHandlers(M));
  AddWithPrivateCallees(Hazard::EarlyConstructor, findEarlyConstructors(M));
  AddWithPrivateCallees(Hazard::RealtimeFunction, findRealtimeFunctions(M));
}

std::optional<HazardHit> ModuleHazards::find(const Function &F) const {
  if (ModuleWide)
    return HazardHit{*ModuleWide};
  auto Found = FunctionHazards.find(&F);
  if (Found == FunctionHazards.end())
    return std::nullopt;
  return HazardHit{Found->second};
}

} // namespace offstack
