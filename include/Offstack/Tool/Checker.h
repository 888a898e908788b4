//===- Checker.h - Looks at all files of a build ----------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiles each file of a build with clang and the plugin, keeps nothing of it
// but the reports, and puts those together.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_CHECKER_H
#define OFFSTACK_TOOL_CHECKER_H

#include "Offstack/Report/Report.h"
#include "Offstack/Tool/CompileDatabase.h"
#include "Offstack/Tool/ProgressBar.h"

namespace offstack {

/// What to look at, and with what.
struct CheckRequest {
  std::vector<CompileEntry> Entries;
  /// The words of clang, and the program that they run; an absolute path.
  std::vector<std::string> Clang;
  std::string Program;
  /// The path of OffstackClang.so.
  std::string Plugin;
  /// Offstack's options, as "local=4K". They win over those of the build.
  std::vector<std::string> Options;
  /// How many files are looked at at a time.
  unsigned Jobs = 1;
};

/// A file that clang could not compile.
struct FailedFile {
  std::string File;
  /// What clang said first.
  std::string Error;
};

/// What came of it.
struct CheckOutcome {
  Report Found;
  /// How many files were compiled, or tried to be.
  size_t Files = 0;
  /// In the order of the entries.
  std::vector<FailedFile> Failed;
  /// Files of languages that clang does not compile: assembler, Fortran.
  std::vector<std::string> OtherLanguages;
  /// Files that the build compiles with -w, which silences Offstack, too.
  std::vector<std::string> Silenced;
  bool IsInterrupted = false;
};

/// Looks at all files of \p Request and draws \p Progress. Fails when there is
/// no place for reports; files that do not compile are a part of the outcome.
llvm::Expected<CheckOutcome> checkFiles(const CheckRequest &Request,
                                        ProgressBar &Progress);

} // namespace offstack

#endif // OFFSTACK_TOOL_CHECKER_H
