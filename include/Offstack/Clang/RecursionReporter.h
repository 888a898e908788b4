//===- RecursionReporter.h - Infinite recursion, on the AST --- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reports the findings of Analysis/InfiniteRecursion.h at the calls in the
// source.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_RECURSIONREPORTER_H
#define OFFSTACK_CLANG_RECURSIONREPORTER_H

#include "Offstack/Analysis/InfiniteRecursion.h"
#include "Offstack/Clang/DiagnosticEmitter.h"
#include "llvm/ADT/DenseSet.h"
#include <memory>

namespace clang {
class ASTContext;
class CompilerInstance;
class FunctionDecl;
} // namespace clang

namespace offstack {

class FunctionsByName;
class IgnoreList;

/// Reports recursion that never ends, the diagnostic `infinite`, while clang
/// generates code: IR before optimisation has the calls that nobody wrote, the
/// AST has their places. Without code generation, as with -fsyntax-only, it
/// reports nothing.
class RecursionReporter {
public:
  /// Makes a reporter for the file that \p CI is about to compile and has the
  /// start of the pass pipeline call it, at every optimisation level. The
  /// pipeline keeps no reference: it skips a reporter that is gone. \p CI and
  /// \p Emitter must outlive the reporter, and so must \p Ignored, which may be
  /// null.
  static std::shared_ptr<RecursionReporter> install(clang::CompilerInstance &CI,
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

  RecursionReporter(clang::CompilerInstance &CI, DiagnosticEmitter &Emitter,
                    const IgnoreList *Ignored)
      : CI(CI), Emitter(Emitter), Ignored(Ignored) {}

  SourceCycle findInSource(const RecursionFinding &Finding,
                           const FunctionsByName &Functions) const;
  void report(const SourceCycle &Cycle);

  clang::CompilerInstance &CI;
  DiagnosticEmitter &Emitter;
  const IgnoreList *Ignored;
  bool HasRun = false;
  /// Where instantiations of one template share a place, it is shown once.
  llvm::DenseSet<clang::SourceLocation> Reported;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_RECURSIONREPORTER_H
