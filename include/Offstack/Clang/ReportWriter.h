//===- ReportWriter.h - Reports of a translation unit -----------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Has the options 'report' and 'baseline' carried out for a file that clang
// compiles.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_REPORTWRITER_H
#define OFFSTACK_CLANG_REPORTWRITER_H

#include "Offstack/Clang/DiagnosticEmitter.h"
#include "Offstack/Report/ReportSession.h"
#include "Offstack/Transforms/PassRegistration.h"
#include "llvm/ADT/StringSet.h"

namespace clang {
class CompilerInstance;
} // namespace clang

namespace offstack {

/// Collects from the emitter and writes the reports when code has been
/// generated, in time to fail the compilation if one cannot be written.
class ReportWriter {
public:
  /// Makes a writer for the file that \p CI is about to compile, or returns
  /// null if \p Options ask for none or it cannot begin, which is reported as
  /// an error. \p CI and \p Emitter must outlive it. The preprocessor calls it
  /// at the end of the file.
  static std::shared_ptr<ReportWriter> install(clang::CompilerInstance &CI,
                                               const OptionSet &Options,
                                               DiagnosticEmitter &Emitter);

  /// Says that the rule \p Name is looked for in this compilation: what the
  /// baseline has of it can be found to be no more.
  void addRule(llvm::StringRef Name) { Rules.insert(Name); }

  ~ReportWriter();

  /// Returns a wrapper for passes that collects their remarks, too. To be
  /// called before code generation starts.
  PassWrapper collectRemarks() const;

  /// Writes the reports.
  void finish();

private:
  ReportWriter(clang::CompilerInstance &CI, DiagnosticEmitter &Emitter,
               std::shared_ptr<ReportSession> Session);

  void reportUnusedEntries();

  clang::CompilerInstance &CI;
  DiagnosticEmitter &Emitter;
  std::shared_ptr<ReportSession> Session;
  std::unique_ptr<FindingCollector> Collector;
  llvm::StringSet<> Rules;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_REPORTWRITER_H
