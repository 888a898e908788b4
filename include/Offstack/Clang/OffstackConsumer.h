//===- OffstackConsumer.h - What the plugin does with a file -- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Owns the emitter and the checks of one translation unit and hands them
// clang's AST. It only reads: the object file stays the one without it.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_OFFSTACKCONSUMER_H
#define OFFSTACK_CLANG_OFFSTACKCONSUMER_H

#include "Offstack/Clang/Boxing.h"
#include "Offstack/Clang/DiagnosticEmitter.h"
#include "Offstack/Clang/FrameChecks.h"
#include "Offstack/Clang/FrameReporter.h"
#include "Offstack/Clang/FunctionQueue.h"
#include "Offstack/Clang/IgnoreListReporter.h"
#include "Offstack/Clang/PendingFindings.h"
#include "Offstack/Clang/RecursionReporter.h"
#include "Offstack/Clang/ReportWriter.h"
#include "Offstack/Clang/SyntaxOnlyRecursion.h"
#include "Offstack/Clang/UnusedSuppressions.h"
#include "Offstack/Support/IgnoreList.h"
#include "Offstack/Support/OptionSet.h"
#include "clang/AST/ASTConsumer.h"

namespace clang {
class CompilerInstance;
} // namespace clang

namespace offstack {

/// Runs the checks of the Clang plugin over one translation unit.
///
/// Make it in CreateASTConsumer, before parsing (see DiagnosticEmitter). The
/// compiler instance must outlive it.
class OffstackConsumer : public clang::ASTConsumer {
public:
  OffstackConsumer(clang::CompilerInstance &CI, OptionSet Options);

  void Initialize(clang::ASTContext &Context) override;
  bool HandleTopLevelDecl(clang::DeclGroupRef Group) override;
  void HandleInterestingDecl(clang::DeclGroupRef Group) override;
  void HandleInlineFunctionDefinition(clang::FunctionDecl *Function) override;
  void CompleteTentativeDefinition(clang::VarDecl *Variable) override;
  void HandleCXXStaticMemberVarInstantiation(clang::VarDecl *Variable) override;
  void AssignInheritanceModel(clang::CXXRecordDecl *Record) override;
  void HandleVTable(clang::CXXRecordDecl *Record) override;
  void HandleTranslationUnit(clang::ASTContext &Context) override;

private:
  void readIgnoreList();
  void watchFrames();
  void watchRecursion();
  void reportIgnoreList();
  void nameReportedRules();
  void nameSyntaxOnlyRecursion();
  const IgnoreList *getIgnored() const { return Ignored ? &*Ignored : nullptr; }
  bool wantsFrameChecks() const;
  bool isEnabled(Diagnostic Id) const {
    return !Options.isDisabled(getDiagnosticName(Id));
  }
  void nameLocals(clang::DeclGroupRef Group);
  void carryRequests(clang::DeclGroupRef Group);

  clang::CompilerInstance &CI;
  OptionSet Options;
  DiagnosticEmitter Emitter;
  std::optional<IgnoreList> Ignored;
  /// Null when neither a report nor a baseline is asked for.
  std::shared_ptr<ReportWriter> Reports;
  /// Null when frames are estimated, if they are checked at all.
  std::shared_ptr<FrameReporter> FinishedFrames;
  /// Null when all that it reports is disabled.
  std::shared_ptr<RecursionReporter> Recursion;
  /// Null when code is generated, or nothing of it is asked for.
  std::unique_ptr<SyntaxOnlyRecursion> SyntaxOnly;
  /// Null when nothing is boxed.
  std::shared_ptr<ImpossibleBoxReporter> Impossible;
  /// What waits for code generation. It refers to Frames.
  std::shared_ptr<PendingFindings> Pending;
  /// Null when nobody asks for the attributes that are of no use.
  std::shared_ptr<UnusedSuppressions> Suppressions;
  /// Null when there is no ignore list.
  std::shared_ptr<IgnoreListReporter> IgnoreReporter;
  /// Code that the frame checks have still to see. Both are empty when these
  /// checks are off.
  std::optional<FunctionQueue> Queue;
  std::optional<FrameChecks> Frames;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_OFFSTACKCONSUMER_H
