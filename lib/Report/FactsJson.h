//===- FactsJson.h - The facts of a finding, as JSON ------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Both formats have the facts in the same fields: Offstack's own as a part of a
// finding, SARIF in the property bag of a result.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_REPORT_FACTSJSON_H
#define OFFSTACK_LIB_REPORT_FACTSJSON_H

#include "Offstack/Report/Finding.h"
#include "llvm/Support/JSON.h"

namespace offstack {

/// Returns \p Text as JSON can hold it: what is not UTF-8, as a name of a file
/// may be, is replaced.
std::string makeUtf8(llvm::StringRef Text);

/// Writes the field \p Name with \p Text, unless it is empty.
void writeText(llvm::json::OStream &J, llvm::StringRef Name,
               llvm::StringRef Text);

/// Writes the field \p Name with \p Number, if there is one.
void writeNumber(llvm::json::OStream &J, llvm::StringRef Name,
                 std::optional<uint64_t> Number);

/// Writes the field \p Name with \p Place, unless it is empty.
void writePlace(llvm::json::OStream &J, llvm::StringRef Name,
                const SourcePlace &Place);

/// Writes the fields of \p Facts into the object that is open in \p J.
void writeFacts(llvm::json::OStream &J, const FindingFacts &Facts);

/// Writes the elements of \p Units into the array that is open in \p J.
void writeUnits(llvm::json::OStream &J,
                const std::vector<CompilationUnit> &Units);

/// Reads the fields that writeFacts writes from the object \p E. These
/// functions return false and tell \p P what is wrong.
bool fromJSON(const llvm::json::Value &E, FindingFacts &Facts,
              llvm::json::Path P);
bool fromJSON(const llvm::json::Value &E, SourcePlace &Place,
              llvm::json::Path P);
bool fromJSON(const llvm::json::Value &E, CompilationUnit &Unit,
              llvm::json::Path P);
bool fromJSON(const llvm::json::Value &E, BaselineState &State,
              llvm::json::Path P);

/// Returns the units that the numbers \p Indices stand for, or nothing, telling
/// \p P, when there is no such one.
std::optional<std::vector<CompilationUnit>>
findUnits(const std::vector<unsigned> &Indices,
          const std::vector<CompilationUnit> &Units, llvm::json::Path P);

/// Writes the field "units" of \p F: the positions of its units in \p Units,
/// which is sorted.
void writeUnitIndices(llvm::json::OStream &J, const Finding &F,
                      const std::vector<CompilationUnit> &Units);

} // namespace offstack

#endif // OFFSTACK_LIB_REPORT_FACTSJSON_H
