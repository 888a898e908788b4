//===- FrameReporter.h - Large frames, as they are made ------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The diagnostic large-frame, where code is generated: with the bytes that the
// finished frame takes, and what fills it.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_FRAMEREPORTER_H
#define OFFSTACK_CLANG_FRAMEREPORTER_H

#include "Offstack/Analysis/FrameListener.h"
#include "Offstack/Analysis/MachineFrames.h"
#include "Offstack/Clang/CodeOwners.h"
#include "Offstack/Clang/DiagnosticEmitter.h"
#include "Offstack/Clang/FrameVariables.h"
#include "llvm/ADT/DenseSet.h"

namespace clang {
class CompilerInstance;
} // namespace clang

namespace llvm {
class Function;
} // namespace llvm

namespace offstack {

class FrameChecks;
class IgnoreList;

/// Reports frames of one translation unit when clang has generated its code. A
/// file without a large frame costs a comparison for each function.
class FrameReporter : public FrameListener {
public:
  /// Makes a reporter for the file that \p CI is about to compile, or returns
  /// null if clang will not lay out frames for it, as with -fsyntax-only or
  /// -flto. The pipeline keeps no reference. \p CI and \p Emitter must outlive
  /// the reporter, and so must \p Ignored, which may be null.
  static std::shared_ptr<FrameReporter> install(clang::CompilerInstance &CI,
                                                const OptionSet &Options,
                                                DiagnosticEmitter &Emitter,
                                                const IgnoreList *Ignored);

  /// Sets what estimates frames and reports large locals. It must outlive the
  /// reporter. Without it nothing is reported.
  void setChecks(FrameChecks &Made) { Checks = &Made; }

  /// Sets what is called when all is reported.
  void setAtEnd(std::function<void()> Call) { AtEnd = std::move(Call); }

  /// Prepares for the frames of \p M, the module of the file, and has the
  /// functions that are not in it reported by estimate. To be called before
  /// optimisation. Later calls do nothing.
  void start(llvm::Module &M);

  void hearFrame(const llvm::MachineFunction &MF) override;
  void hearEnd(const llvm::Module &M) override;

private:
  /// A frame over one of the limits.
  struct LargeFrame {
    const llvm::Function *Function;
    FrameBreakdown Frame;
    /// The functions that are on the stack once for each of its frames, itself
    /// first, if it is recursive.
    llvm::SmallVector<const llvm::Function *, 2> Cycle;

    /// Returns which of \p InForce it is held to.
    uint64_t getLimit(const Limits &InForce) const;
  };

  FrameReporter(clang::CompilerInstance &CI, const OptionSet &Options,
                DiagnosticEmitter &Emitter, const IgnoreList *Ignored);

  void weighByRecursion(const llvm::Module &M);
  uint64_t sumExcused(const LargeFrame &Large, const clang::Decl *Owner) const;
  bool isSilenced(const LargeFrame &Large, const clang::Decl *Owner,
                  clang::SourceLocation Location, const Limits &Own) const;
  void resolve();
  bool isEmitted(const clang::Decl &Owner) const;
  const clang::Decl *findOwner(const llvm::Function &F) const;
  uint64_t sumLevel(const LargeFrame &Large) const;
  void report(const LargeFrame &Large);

  clang::CompilerInstance &CI;
  DiagnosticEmitter &Emitter;
  const Limits InForce;
  const IgnoreList *Ignored;
  FrameChecks *Checks = nullptr;
  std::function<void()> AtEnd;
  FrameVariables Variables;
  /// The source of functions, once it is asked for.
  std::optional<CodeOwners> Owners;
  /// The module of the file, once its pipeline has started.
  const llvm::Module *Module = nullptr;
  std::vector<LargeFrame> LargeFrames;
  /// What a call of each function takes, its return address too. Only asked for
  /// single functions.
  llvm::DenseMap<const llvm::Function *, uint64_t> CallBytes;
  /// Instantiations of a template that share place and size are shown once.
  llvm::DenseSet<std::pair<clang::SourceLocation, uint64_t>> Reported;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_FRAMEREPORTER_H
