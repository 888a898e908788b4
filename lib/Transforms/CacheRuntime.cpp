//===- CacheRuntime.cpp - The cache inside the program --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the runtime, has it made fit, and links it into the module.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/CacheRuntime.h"
#include "Offstack/Registry/RuntimeNames.h"
#include "Offstack/Runtime/BoxCacheBitcode.h"
#include "RuntimeAdapter.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/IR/Module.h"
#include "llvm/Linker/Linker.h"
#include "llvm/Support/ModRef.h"
#include "llvm/TargetParser/Triple.h"
#include "llvm/Transforms/Utils/ModuleUtils.h"

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

Error addCacheRuntime(Module &M, const Function &Boxed) {
  if (hasBody(M, AcquireName) && hasBody(M, ReleaseName))
    return Error::success();
  Expected<std::unique_ptr<Module>> Runtime = parseBitcodeFile(
      MemoryBufferRef(getBoxCacheBitcode(), "offstack-runtime"),
      M.getContext());
  if (!Runtime)
    return Runtime.takeError();
  adaptRuntime(**Runtime, M, Boxed);
  // The same as the declarations in M.
  getCacheFunctions(**Runtime);
  if (Linker::linkModules(M, std::move(*Runtime)))
    return createStringError("the runtime of 'alloc=cache' cannot be linked");
  // Link-time optimisation sees all calls, and would take away arguments that
  // these happen not to need. Boxes that the link takes need them all.
  appendToCompilerUsed(
      M, {M.getFunction(AcquireName), M.getFunction(ReleaseName)});
  return Error::success();
}

} // namespace offstack
