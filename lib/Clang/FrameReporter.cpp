//===- FrameReporter.cpp - Large frames, as they are made -----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Hooks into clang's pipeline and code generation, finds the declarations of
// functions with large frames, and reports.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/FrameReporter.h"
#include "Offstack/Analysis/FrameCycles.h"
#include "Offstack/Clang/Attributes.h"
#include "Offstack/Clang/CodeOwners.h"
#include "Offstack/Clang/FrameChecks.h"
#include "Offstack/Clang/FrameNotes.h"
#include "Offstack/Clang/FunctionFacts.h"
#include "Offstack/Clang/IgnoredCode.h"
#include "Offstack/Clang/LargeObjects.h"
#include "Offstack/Clang/ReporterPass.h"
#include "Offstack/Support/ByteSize.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Mangle.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/CodeGen/MachineFrameInfo.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/TargetFrameLowering.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns true if clang lays out frames for the file of \p CI.
static bool laysOutFrames(const CompilerInstance &CI) {
  const llvm::Triple &Target = CI.getTarget().getTriple();
  if (CI.getCodeGenOpts().DisableLLVMPasses)
    return false;
  // These have no stack that LLVM lays out.
  if (Target.isNVPTX() || Target.isSPIROrSPIRV() || Target.isDXIL())
    return false;
  switch (CI.getFrontendOpts().ProgramAction) {
  case frontend::EmitAssembly:
  case frontend::EmitCodeGenOnly:
  case frontend::EmitObj:
    return true;
  default:
    return false;
  }
}

/// Objects of this share of the smallest limit for frames are told by name,
/// those of 128 bytes at the default: it takes as many to reach the limit.
static constexpr uint64_t NamedShare = 64;

FrameReporter::FrameReporter(CompilerInstance &CI, const OptionSet &Options,
                             DiagnosticEmitter &Emitter,
                             const IgnoreList *Ignored)
    : CI(CI), Emitter(Emitter),
      InForce(Options.resolveLimits(CI.getTarget().getTriple())),
      Ignored(Ignored),
      Variables(std::min(InForce.Frame, InForce.RecursiveLocal) / NamedShare,
                CI.getCodeGenOpts().OptimizationLevel > 0) {}

std::shared_ptr<FrameReporter>
FrameReporter::install(CompilerInstance &CI, const OptionSet &Options,
                       DiagnosticEmitter &Emitter, const IgnoreList *Ignored) {
  if (!laysOutFrames(CI))
    return nullptr;
  std::shared_ptr<FrameReporter> Reporter(
      new FrameReporter(CI, Options, Emitter, Ignored));
  addAtPipelineStart<FrameReporter>(CI, Reporter,
                                    [](const std::shared_ptr<FrameReporter> &R,
                                       llvm::Module &M,
                                       ModuleAnalysisManager &) {
                                      R->start(M);
                                      listenToFrames(R);
                                    });
  return Reporter;
}

void FrameReporter::start(llvm::Module &M) {
  if (Module || !Checks)
    return;
  Module = &M;
  Variables.number(M);
  if (!Checks->hasEstimates())
    return;
  resolve();
  Checks->reportEstimates([&](const Decl &Owner) { return isEmitted(Owner); });
}

void FrameReporter::hearFrame(const MachineFunction &MF) {
  const llvm::Function &F = MF.getFunction();
  if (F.getParent() != Module)
    return;
  uint64_t Bytes = MF.getFrameInfo().getStackSize();
  // What the call itself pushes is below zero, where a stack grows down.
  CallBytes[&F] =
      Bytes +
      std::abs(MF.getSubtarget().getFrameLowering()->getOffsetOfLocalArea());
  if (Bytes > std::min({InForce.Frame, InForce.RecursiveLocal,
                        Checks->getSmallestBudget()}))
    LargeFrames.push_back({&F, computeFrameBreakdown(MF), {}});
}

/// Returns the limit that \p Large is held to.
uint64_t FrameReporter::LargeFrame::getLimit(const Limits &InForce) const {
  return Cycle.empty() ? InForce.Frame
                       : std::min(InForce.Frame, InForce.RecursiveLocal);
}

/// Finds out which of the frames are recursive, and drops those within their
/// limit.
void FrameReporter::weighByRecursion(const llvm::Module &M) {
  const FrameCycles Cycles(M);
  for (LargeFrame &Large : LargeFrames)
    Large.Cycle = Cycles.findCycle(*Large.Function);
  erase_if(LargeFrames, [&](const LargeFrame &Large) {
    return Large.Frame.FrameBytes <=
           std::min(Large.getLimit(InForce), Checks->getSmallestBudget());
  });
}

/// Finds the source of all functions with large objects or frames, once.
void FrameReporter::resolve() {
  SmallVector<StringRef, 8> Names = Variables.getFunctionNames();
  for (const LargeFrame &Large : LargeFrames)
    Names.push_back(Large.Function->getName());
  Owners.emplace(CI.getASTContext(), Names);
  Variables.resolve(*Owners);
}

/// Returns true if the module has code of \p Owner. Of a method of Objective-C
/// or a block that cannot be told, and it nearly always has.
bool FrameReporter::isEmitted(const Decl &Owner) const {
  if (!isa<FunctionDecl>(Owner) || Variables.isEmitted(Owner))
    return true;
  return any_of(ASTNameGenerator(Owner.getASTContext()).getAllManglings(&Owner),
                [&](StringRef Name) {
                  const llvm::Function *F = Module->getFunction(Name);
                  return F && !F->isDeclaration();
                });
}

/// Returns the declaration with the code of \p F, or null where that cannot be
/// told.
const Decl *FrameReporter::findOwner(const llvm::Function &F) const {
  if (const Decl *Owner = Variables.findOwner(F.getName()))
    return Owner;
  SmallVector<const Decl *, 2> Found = Owners->find(F.getName());
  return Found.size() == 1 ? Found[0] : nullptr;
}

void FrameReporter::hearEnd(const llvm::Module &M) {
  if (&M != Module)
    return;
  if (!LargeFrames.empty())
    weighByRecursion(M);
  if (!LargeFrames.empty()) {
    resolve();
    for (const LargeFrame &Large : LargeFrames)
      report(Large);
  }
  Module = nullptr;
  if (AtEnd)
    AtEnd();
}

/// Returns the bytes of \p Large, a frame of \p Owner, that the user has heard
/// of, or does not want to hear of.
uint64_t FrameReporter::sumExcused(const LargeFrame &Large,
                                   const Decl *Owner) const {
  SmallVector<uint64_t, 2> Temporaries;
  if (Owner)
    Temporaries = Checks->findToldTemporaries(*Owner);
  uint64_t Bytes = 0;
  for (const FrameSlot &Slot : Large.Frame.Objects) {
    const VarDecl *Variable = Variables.find(*Slot.Alloca);
    bool IsRecursive = !Large.Cycle.empty() && Variable &&
                       offstack::findOwner(*Variable) == Owner;
    if (Variable ? Checks->isExcused(*Variable, IsRecursive)
                 : is_contained(Temporaries, Slot.Bytes))
      Bytes += Slot.Bytes;
  }
  return Bytes;
}

/// Returns the other functions of \p Cycle, as "'f', 'g'".
static std::string describeCycle(ArrayRef<const llvm::Function *> Cycle) {
  return join(map_range(Cycle.drop_front(),
                        [](const llvm::Function *F) {
                          return "'" + demangle(F->getName()) + "'";
                        }),
              ", ");
}

/// Notes what scopes of \p Owner could share, if that is much of \p FrameBytes
/// and its code is not optimised.
static void noteOverlap(DiagnosticEmitter &Emitter, const CompilerInstance &CI,
                        const Decl &Owner, uint64_t FrameBytes) {
  if (CI.getCodeGenOpts().OptimizationLevel == 0 ||
      Owner.hasAttr<OptimizeNoneAttr>())
    noteScopeOverlap(Emitter, Owner, FrameBytes);
}

/// Returns true if the user is not to hear of \p Large, a frame of \p Owner,
/// which is null if it is not known, with the limits \p Own.
bool FrameReporter::isSilenced(const LargeFrame &Large, const Decl *Owner,
                               SourceLocation Location,
                               const Limits &Own) const {
  uint64_t Bytes = Large.Frame.FrameBytes;
  uint64_t Limit = Large.getLimit(Own);
  if (Bytes <= Limit || Emitter.isIgnored(Diagnostic::LargeFrame, Location) ||
      Bytes - std::min(sumExcused(Large, Owner), Bytes) <= Limit)
    return true;
  if (!Owner)
    return false;
  // What comes from a precompiled header was reported when that was compiled.
  if (Owner->isFromASTFile() || asksToKeep(findUserRequest(*Owner)) ||
      offstack::isIgnored(Ignored, Diagnostic::LargeFrame, *Owner, nullptr))
    return true;
  // The user states the depth: then it is the frames together that count.
  std::optional<uint64_t> Depth = findMaxDepth(*Owner);
  uint64_t LevelBytes = sumLevel(Large);
  return LevelBytes && Depth && *Depth <= Own.Frame / LevelBytes;
}

/// Returns what one level of the recursion of \p Large takes, 0 if it has none.
uint64_t FrameReporter::sumLevel(const LargeFrame &Large) const {
  uint64_t Bytes = 0;
  for (const llvm::Function *Member : Large.Cycle)
    Bytes += CallBytes.lookup(Member);
  return Bytes;
}

/// Streams who \p Owner is, or the name of \p F where that is not it.
static void addFunction(const DiagnosticBuilder &Builder, const Decl *Owner,
                        const llvm::Function &F) {
  const auto *Named = dyn_cast_or_null<NamedDecl>(Owner);
  if (Named && getSourceName(F.getName()) == F.getName())
    Builder << Named;
  else if (isa_and_nonnull<BlockDecl>(Owner))
    Builder << "this block";
  else
    Builder << "'" + demangle(F.getName()) + "'";
}

void FrameReporter::report(const LargeFrame &Large) {
  const llvm::Function &F = *Large.Function;
  const FrameBreakdown &Frame = Large.Frame;
  const Decl *Owner = findOwner(F);
  const SourceManager &Sources = CI.getSourceManager();
  SourceLocation Location =
      Owner ? Owner->getLocation()
            : Sources.getLocForStartOfFile(Sources.getMainFileID());
  Limits Own = InForce.replace(Owner ? findBudget(*Owner) : std::nullopt);
  uint64_t Limit = Large.getLimit(Own);
  uint64_t LevelBytes = sumLevel(Large);
  if (isSilenced(Large, Owner, Location, Own))
    return;
  // What is not in the source has no place to share.
  if (Owner && !Reported.insert({Location, Frame.FrameBytes}).second)
    return;
  FindingFacts Facts = Owner ? makeFacts(*Owner) : FindingFacts();
  Facts.Symbol = F.getName().str();
  Facts.Bytes = Frame.FrameBytes;
  Facts.LimitBytes = Limit;
  Facts.StackBytes = InForce.StackSize;
  Facts.Parts = listFrameParts(Frame, Variables, Owner, Sources);
  Emitter.describe(std::move(Facts));
  {
    DiagnosticBuilder Builder =
        Emitter.report(Diagnostic::LargeFrame, Location);
    Builder << (LevelBytes ? 1 : 0);
    addFunction(Builder, Owner, F);
    Builder << formatExactByteSize(Frame.FrameBytes) << formatByteSize(Limit)
            << formatByteSize(InForce.StackSize)
            << static_cast<unsigned>(InForce.StackSize /
                                     std::max<uint64_t>(LevelBytes, 1));
  }
  if (Owner) {
    noteInstantiation(Emitter, *Owner);
    noteBudget(Emitter, *Owner);
  }
  noteFrameParts(Emitter, Frame, Variables, Owner, Location);
  if (Large.Cycle.size() > 1)
    Emitter.note(Note::LargeFrameLevel, Location)
        << formatExactByteSize(LevelBytes) << describeCycle(Large.Cycle);
  if (Owner)
    noteOverlap(Emitter, CI, *Owner, Frame.FrameBytes);
}

} // namespace offstack
