//===- RemarkPasses.h - Collects in a pass pipeline -------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two passes that stand around those whose remarks go into a report.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REPORT_REMARKPASSES_H
#define OFFSTACK_REPORT_REMARKPASSES_H

#include "Offstack/Report/RemarkCollector.h"
#include "llvm/IR/PassManager.h"

namespace offstack {

/// What the two passes of one pipeline share.
class RemarkReport {
public:
  /// A report that goes into \p Session, which is begun, and that another
  /// writes: it never fails.
  explicit RemarkReport(std::shared_ptr<ReportSession> Session)
      : Session(std::move(Session)) {}

  /// A report that \p Options ask for, of the module that it first begins with.
  explicit RemarkReport(OptionSet Options) : Options(std::move(Options)) {}

  /// Collects the remarks on \p M from now on. Fails when the options cannot be
  /// met; then nothing is collected.
  llvm::Error begin(llvm::Module &M);

  /// Collects no longer what passes in between emit, and writes the report.
  llvm::Error end(llvm::Module &M);

  /// Says that a warning is given, too, of what \p Remark told. Returns true
  /// unless the baseline has it.
  bool warnOf(const llvm::DiagnosticInfoOptimizationBase &Remark);

private:
  llvm::Error beginSession(const llvm::Module &M);
  RemarkCollector *findCollector(llvm::Module &M) const;

  std::optional<OptionSet> Options;
  std::shared_ptr<ReportSession> Session;
  /// What the session is for; not used where another began it.
  CompilationUnit Unit;
  bool HasFailed = false;
  /// Owned by the context of the module; gone if that has another handler.
  RemarkCollector *Collector = nullptr;
};

/// How a pass tells an error of the user's; null where there can be none.
using RemarkErrorHandler = void (*)(llvm::Module &, llvm::Error);

/// Which of the two passes one is.
enum class RemarkStep { Begin, End };

/// Begins or ends to collect.
class RemarkPass : public llvm::PassInfoMixin<RemarkPass> {
public:
  RemarkPass(RemarkStep Step, std::shared_ptr<RemarkReport> Shared,
             RemarkErrorHandler HandleError)
      : Step(Step), Shared(std::move(Shared)), HandleError(HandleError) {}

  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }

private:
  RemarkStep Step;
  std::shared_ptr<RemarkReport> Shared;
  RemarkErrorHandler HandleError;
};

} // namespace offstack

#endif // OFFSTACK_REPORT_REMARKPASSES_H
