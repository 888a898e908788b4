//===- CacheRuntime.cpp - The cache inside the program --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the runtime, makes it fit the module, links the two.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/CacheRuntime.h"
#include "Offstack/Registry/RuntimeNames.h"
#include "Offstack/Runtime/BoxCacheBitcode.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/IR/AttributeMask.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Linker/Linker.h"
#include "llvm/Support/ModRef.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace offstack {

/// The sizes, alignments and byte order of the runtime's code, and the numbers
/// of the system's calls in it.
static bool isSupported(const Triple &Target, const DataLayout &DL) {
  switch (Target.getArch()) {
  case Triple::x86_64:
  case Triple::aarch64:
  case Triple::riscv64:
  case Triple::loongarch64:
  case Triple::ppc64le:
    break;
  default:
    return false;
  }
  // Android's thread-local storage may be emulated. x32 and ILP32 have pointers
  // of 32 bits.
  return Target.isOSLinux() && Target.isOSBinFormatELF() &&
         !Target.isAndroid() && DL.getPointerSizeInBits() == 64;
}

namespace {
struct SanitizerName {
  Attribute::AttrKind Kind;
  StringLiteral Reason;
};
} // namespace

static constexpr SanitizerName Sanitizers[] = {
    {Attribute::SanitizeAddress, "AddressSanitizer watches malloc only"},
    {Attribute::SanitizeHWAddress, "HWAddressSanitizer watches malloc only"},
    {Attribute::SanitizeMemory, "MemorySanitizer watches malloc only"},
    {Attribute::SanitizeMemTag, "MemTagSanitizer watches malloc only"},
    {Attribute::SanitizeThread, "ThreadSanitizer watches malloc only"}};

StringRef findReasonAgainstCache(const Module &M) {
  if (!isSupported(M.getTargetTriple(), M.getDataLayout()))
    return "the cache is for 64-bit little-endian Linux";
  for (const Function &F : M)
    for (const SanitizerName &Sanitizer : Sanitizers)
      if (!F.isDeclaration() && F.hasFnAttribute(Sanitizer.Kind))
        return Sanitizer.Reason;
  return "";
}

/// Gives \p F, which takes or releases boxes, the attributes that malloc and
/// free have. What they touch is out of every other function's reach.
static void describeAllocator(Function &F, AllocFnKind Kind,
                              MemoryEffects Effects) {
  AttrBuilder Attributes(F.getContext());
  Attributes.addAllocKindAttr(Kind);
  Attributes.addAttribute("alloc-family", "offstack");
  Attributes.addAttribute(RuntimeMark);
  Attributes.addAttribute(Attribute::NoUnwind);
  Attributes.addAttribute(Attribute::NoInline);
  if (Kind != AllocFnKind::Free) {
    Attributes.addAllocSizeAttr(0, std::nullopt);
    F.addRetAttr(Attribute::NoAlias);
  } else {
    F.addParamAttr(0, Attribute::AllocatedPointer);
    F.addParamAttr(
        0, Attribute::getWithCaptureInfo(F.getContext(), CaptureInfo::none()));
  }
  F.addFnAttrs(Attributes);
  F.setMemoryEffects(Effects);
}

/// Returns the function \p Name of \p M, which takes or releases boxes.
static FunctionCallee getFunction(Module &M, StringRef Name, Type *Result,
                                  ArrayRef<Type *> Arguments, AllocFnKind Kind,
                                  MemoryEffects Effects) {
  FunctionCallee Callee = M.getOrInsertFunction(
      Name, FunctionType::get(Result, Arguments, /*isVarArg=*/false));
  if (auto *F = dyn_cast<Function>(Callee.getCallee()))
    describeAllocator(*F, Kind, Effects);
  return Callee;
}

CacheFunctions getCacheFunctions(Module &M) {
  LLVMContext &Context = M.getContext();
  Type *Pointer = PointerType::getUnqual(Context);
  Type *Size = Type::getInt64Ty(Context);
  return {getFunction(M, AcquireName, Pointer, {Size, Size},
                      AllocFnKind::Alloc | AllocFnKind::Uninitialized,
                      MemoryEffects::inaccessibleMemOnly()),
          getFunction(M, ReleaseName, Type::getVoidTy(Context), {Pointer},
                      AllocFnKind::Free,
                      MemoryEffects::inaccessibleOrArgMemOnly())};
}

/// Returns true if \p M has a body for the function \p Name.
static bool hasBody(const Module &M, StringRef Name) {
  const Function *F = M.getFunction(Name);
  return F && !F->isDeclaration();
}

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
  // The same as the declarations in M.
  getCacheFunctions(Runtime);
}

Error addCacheRuntime(Module &M, const Function &Boxed) {
  if (hasBody(M, AcquireName) && hasBody(M, ReleaseName))
    return Error::success();
  Expected<std::unique_ptr<Module>> Runtime = parseBitcodeFile(
      MemoryBufferRef(getBoxCacheBitcode(), "offstack-runtime"),
      M.getContext());
  if (!Runtime)
    return Runtime.takeError();
  RuntimeAdapter(**Runtime, M, Boxed).adapt();
  if (Linker::linkModules(M, std::move(*Runtime)))
    return createStringError("the runtime of 'alloc=cache' cannot be linked");
  return Error::success();
}

} // namespace offstack
