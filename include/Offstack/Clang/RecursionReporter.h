//===- RecursionReporter.h - Recursion, on the AST ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reports what Analysis/RecursionClassifier.h tells apart at the calls in the
// source.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_RECURSIONREPORTER_H
#define OFFSTACK_CLANG_RECURSIONREPORTER_H

#include "Offstack/Analysis/RecursionClassifier.h"
#include "Offstack/Clang/DiagnosticEmitter.h"
#include "llvm/ADT/DenseSet.h"
#include <memory>

namespace clang {
class ASTContext;
class CompilerInstance;
class FunctionDecl;
class ParmVarDecl;
} // namespace clang

namespace offstack {

class FunctionsByName;
class IgnoreList;

/// Reports recursion while clang generates code: IR before optimisation has the
/// calls that nobody wrote, the AST has their places. Where clang only checks a
/// file, SyntaxOnlyRecursion has code generated and calls the reporter.
class RecursionReporter {
public:
  /// Makes a reporter for the file that \p CI is about to compile and has the
  /// start of the pass pipeline call it, at every optimisation level. The
  /// pipeline keeps no reference: it skips a reporter that is gone. \p CI and
  /// \p Emitter must outlive the reporter, and so must \p Ignored, which may be
  /// null.
  static std::shared_ptr<RecursionReporter> install(clang::CompilerInstance &CI,
                                                    const OptionSet &Options,
                                                    DiagnosticEmitter &Emitter,
                                                    const IgnoreList *Ignored);

  /// Reports the recursion in \p M, the module of the file. Later calls, as for
  /// the next file of the same compiler, do nothing.
  void run(llvm::Module &M, llvm::ModuleAnalysisManager &MAM);

private:
  /// One call, as the source shows it.
  struct SourceStep {
    const clang::FunctionDecl *Caller;
    const clang::FunctionDecl *Callee;
    clang::SourceLocation Location;
  };
  using SourceCycle = llvm::SmallVector<SourceStep, 2>;

  RecursionReporter(clang::CompilerInstance &CI, const OptionSet &Options,
                    DiagnosticEmitter &Emitter, const IgnoreList *Ignored)
      : CI(CI), Options(Options), Emitter(Emitter), Ignored(Ignored) {}

  static void takeMaxDepth(RecursionReport &Report, const SourceCycle &Cycle);
  /// Notes where the user has limited a depth that \p Cycle proves to be
  /// without end.
  void noteContradictions(const SourceCycle &Cycle) const;
  std::optional<Diagnostic> choose(const RecursionReport &Report,
                                   uint64_t StackSize) const;
  SourceCycle findInSource(llvm::ArrayRef<RecursionStep> Cycle,
                           const FunctionsByName &Functions) const;
  FindingFacts describeFacts(const RecursionReport &Report,
                             const SourceCycle &Cycle,
                             const clang::ParmVarDecl *Parameter,
                             uint64_t StackSize) const;
  void report(const RecursionReport &Report, Diagnostic Id,
              const SourceCycle &Cycle, const FunctionsByName &Functions,
              uint64_t StackSize);

  clang::CompilerInstance &CI;
  OptionSet Options;
  DiagnosticEmitter &Emitter;
  const IgnoreList *Ignored;
  bool HasRun = false;
  /// Where instantiations of one template share a place, it is shown once.
  llvm::DenseSet<clang::SourceLocation> Reported;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_RECURSIONREPORTER_H
