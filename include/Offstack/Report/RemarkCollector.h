//===- RemarkCollector.h - Remarks become findings --------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Stands before the diagnostic handler of a host. Of the remarks that
// Offstack's passes emit it makes findings, whether the host shows them or not;
// the host sees what it would have seen without it.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REPORT_REMARKCOLLECTOR_H
#define OFFSTACK_REPORT_REMARKCOLLECTOR_H

#include "Offstack/Report/ReportSession.h"
#include "llvm/IR/DiagnosticHandler.h"
#include <memory>

namespace llvm {
class DiagnosticInfoOptimizationBase;
class LLVMContext;
class Module;
} // namespace llvm

namespace offstack {

/// Collects the remarks of Offstack's passes on one module.
class RemarkCollector : public llvm::DiagnosticHandler {
public:
  /// Puts a collector before the handler of \p Context, which owns it from then
  /// on.
  static RemarkCollector *install(llvm::LLVMContext &Context,
                                  std::shared_ptr<ReportSession> Session);
  ~RemarkCollector() override;

  /// Has passes build remarks from now on, or no longer, although the host
  /// wants none. It is on while Offstack's own passes run: those of others
  /// would do work for nobody.
  void setActive(bool Active) { IsActive = Active; }

  /// Has the collector write the reports when the context lets go of it, if
  /// there is more by then than when write() was called. Code generation has no
  /// other end.
  void writeAtEnd() { WritesAtEnd = true; }

  /// Writes the reports. Fails as ReportSession::write().
  llvm::Error write();

  bool handleDiagnostics(const llvm::DiagnosticInfo &Info) override;
  bool isAnalysisRemarkEnabled(llvm::StringRef PassName) const override;
  bool isMissedOptRemarkEnabled(llvm::StringRef PassName) const override;
  bool isPassedOptRemarkEnabled(llvm::StringRef PassName) const override;
  bool isAnyRemarkEnabled() const override;

private:
  RemarkCollector(std::unique_ptr<llvm::DiagnosticHandler> Host,
                  std::shared_ptr<ReportSession> Session);

  bool isShown(const llvm::DiagnosticInfoOptimizationBase &Remark) const;
  bool forward(const llvm::DiagnosticInfo &Info);
  BaselineState add(const llvm::DiagnosticInfoOptimizationBase &Remark);

  std::unique_ptr<llvm::DiagnosticHandler> Host;
  std::shared_ptr<ReportSession> Session;
  bool IsActive = false;
  bool WritesAtEnd = false;
  /// Findings that no report has yet.
  bool HasMore = false;
};

/// Returns the compilation that \p M is, as the plugin \p Plugin sees it.
CompilationUnit describeUnit(const llvm::Module &M, llvm::StringRef Plugin);

/// Returns the function \p Symbol with its scopes, without parameters and
/// template arguments, and without the hash that older names of Rust end in.
std::string getReadableName(llvm::StringRef Symbol);

} // namespace offstack

#endif // OFFSTACK_REPORT_REMARKCOLLECTOR_H
