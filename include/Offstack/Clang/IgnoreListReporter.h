//===- IgnoreListReporter.h - What became of the ignore list ----*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells at the lines of the ignore list which of them can never match, and,
// behind -Rpass-analysis=offstack-ignorelist, which entries made a difference:
// to the plugin's diagnostics or to boxing.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_IGNORELISTREPORTER_H
#define OFFSTACK_CLANG_IGNORELISTREPORTER_H

#include "Offstack/Clang/DiagnosticEmitter.h"
#include "Offstack/Support/IgnoreList.h"
#include <memory>

namespace clang {
class CompilerInstance;
} // namespace clang

namespace offstack {

/// Reports on the ignore list of one translation unit.
class IgnoreListReporter {
public:
  /// Makes a reporter for \p List, which tracks its uses from now on if someone
  /// listens, and has the end of the pass pipeline call it: to be called when
  /// everything else that looks up the list there is registered. The pipeline
  /// keeps no reference. \p CI and \p Emitter must outlive the reporter.
  static std::shared_ptr<IgnoreListReporter>
  install(clang::CompilerInstance &CI, DiagnosticEmitter &Emitter,
          IgnoreList List);

  /// Says that the entries for \p Section are looked up while a file is parsed.
  void addSection(llvm::StringRef Section) { Sections.push_back(Section); }

  /// Says that the entries for \p Section are looked up while code is generated
  /// for it, which does not happen in every compilation.
  void addCodeSection(llvm::StringRef Section);

  /// Says that the list is looked up until frames are finished: reportUses() is
  /// to be called then.
  void waitForFrames() { WaitsForFrames = true; }
  bool waitsForFrames() const { return WaitsForFrames; }

  /// Warns of the lines that match nothing.
  void reportMistakes();

  /// Reports what became of the entries, unless the pipeline will: without code
  /// generation it does not run.
  void finishParsing();

  /// Reports what became of the entries, once.
  void reportUses();

private:
  IgnoreListReporter(clang::CompilerInstance &CI, DiagnosticEmitter &Emitter,
                     IgnoreList List)
      : CI(CI), Emitter(Emitter), List(std::move(List)) {}

  bool wantsUses() const;
  clang::SourceLocation findPlace(unsigned LineNumber) const;

  clang::CompilerInstance &CI;
  DiagnosticEmitter &Emitter;
  IgnoreList List;
  llvm::SmallVector<llvm::StringRef, 4> Sections;
  bool WaitsForFrames = false;
  bool HasReported = false;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_IGNORELISTREPORTER_H
