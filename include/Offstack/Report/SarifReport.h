//===- SarifReport.h - Reports as SARIF 2.1.0 -------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The Static Analysis Results Interchange Format of OASIS, version 2.1.0, which
// editors and services that review code read. It holds everything that a
// Finding does: what the standard has no field for is in property bags.
//
// clang::SarifDocumentWriter is not used: it has no fixes, no code to read a
// document and no property bags, wants an address on the web for each rule, and
// is a part of clang, which a tool that merges reports does without.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REPORT_SARIFREPORT_H
#define OFFSTACK_REPORT_SARIFREPORT_H

#include "Offstack/Report/Report.h"
#include "llvm/Support/JSON.h"

namespace offstack {

/// Writes \p R as one run. The same report gives the same bytes.
void writeSarif(const Report &R, llvm::raw_ostream &OS);

/// Reads what writeSarif wrote. Fails, saying which property is wrong, when
/// \p Document is something else, as the log of another tool.
llvm::Expected<Report> readSarif(const llvm::json::Value &Document);

/// Returns \p Path as a reference of RFC 3986: a relative one, or one with the
/// scheme "file".
std::string makeUri(llvm::StringRef Path);

/// Returns the path that makeUri made \p Uri of, or nothing if it is none.
std::optional<std::string> readUri(llvm::StringRef Uri);

} // namespace offstack

#endif // OFFSTACK_REPORT_SARIFREPORT_H
