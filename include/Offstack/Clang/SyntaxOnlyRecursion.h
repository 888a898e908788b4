//===- SyntaxOnlyRecursion.h - Recursion with -fsyntax-only --- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Recursion is told apart on IR, and with -fsyntax-only there is none. Where
// the source has a cycle that a report could be about, code is generated for
// the file once, looked at, and thrown away.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_SYNTAXONLYRECURSION_H
#define OFFSTACK_CLANG_SYNTAXONLYRECURSION_H

#include "Offstack/Clang/CodeReplay.h"
#include "Offstack/Clang/RecursionReporter.h"

namespace offstack {

struct SourceCycles;

/// Has recursion reported for one file that clang only checks. The diagnostics
/// are those of a compilation at -O0, at the same places.
class SyntaxOnlyRecursion {
public:
  /// Returns null unless \p CI checks a file and \p Reporter, which may be
  /// null, can report on it: it has to be C, C++ or Objective-C for a host.
  /// \p Wanted is one of the diagnostics that it may report. \p CI and
  /// \p Emitter must outlive the object.
  static std::unique_ptr<SyntaxOnlyRecursion>
  create(clang::CompilerInstance &CI, const OptionSet &Options,
         const DiagnosticEmitter &Emitter,
         std::shared_ptr<RecursionReporter> Reporter, Diagnostic Wanted);

  /// Returns what is to hear of each declaration.
  CodeReplay &replay() { return Replay; }

  /// Reports the recursion of the file, at its end. Returns false if that could
  /// not be looked for: the file has an error, or its code has.
  bool run();

private:
  SyntaxOnlyRecursion(clang::CompilerInstance &CI, RecursionLevels Level,
                      const DiagnosticEmitter &Emitter,
                      std::shared_ptr<RecursionReporter> Reporter,
                      Diagnostic Wanted)
      : CI(CI), Level(Level), Emitter(Emitter), Reporter(std::move(Reporter)),
        Wanted(Wanted) {}

  bool isWanted(const clang::FunctionDecl &Function) const;
  bool mayGoOn(const SourceCycles &Cycles);
  bool mayReport();

  clang::CompilerInstance &CI;
  RecursionLevels Level;
  const DiagnosticEmitter &Emitter;
  std::shared_ptr<RecursionReporter> Reporter;
  Diagnostic Wanted;
  CodeReplay Replay;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_SYNTAXONLYRECURSION_H
