//===- ReportFiles.h - Reports on disk --------------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A report is a file of one of two formats, by the ending of its name, or a
// folder with one file for each compilation. Compilations that run at the same
// time may share either: files appear whole or not at all, and who adds to a
// file that others write, too, waits for them.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REPORT_REPORTFILES_H
#define OFFSTACK_REPORT_REPORTFILES_H

#include "Offstack/Report/Report.h"
#include "llvm/Support/Error.h"

namespace offstack {

/// Returns the report in \p Path, a file of any name or a folder, of which all
/// files that end in ".json" or ".sarif" are merged. Fails, naming the file and
/// what is wrong in it, if one cannot be read or is no report of Offstack.
llvm::Expected<Report> readReport(llvm::StringRef Path);

/// Writes \p R to the file \p Path: as SARIF if it ends in ".sarif", else in
/// Offstack's own format. What was there before is replaced at the end, at
/// once. Fails, naming the file, when it cannot be written.
llvm::Error writeReport(const Report &R, llvm::StringRef Path);

/// Puts \p Found, what \p Unit found, into the report \p Path in the place of
/// what the unit found before. A name that ends in a slash is that of a folder,
/// which gets a file for the unit. Fails when the report cannot be written, is
/// none, or stays locked by another process.
llvm::Error writeUnitReport(llvm::StringRef Path, const CompilationUnit &Unit,
                            std::vector<Finding> Found);

/// Makes the folder that the report \p Path is in or is, if there is none, so
/// that most mistakes show before anything is compiled. Fails as
/// writeUnitReport would.
llvm::Error prepareReport(llvm::StringRef Path);

/// Returns the name of the file that \p Unit has in a folder: no other unit
/// has the same.
std::string getUnitFileName(const CompilationUnit &Unit);

} // namespace offstack

#endif // OFFSTACK_REPORT_REPORTFILES_H
