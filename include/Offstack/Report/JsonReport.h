//===- JsonReport.h - Reports in Offstack's own format ----------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The format is that of docs/report-format.md. It holds everything that a
// Finding does.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REPORT_JSONREPORT_H
#define OFFSTACK_REPORT_JSONREPORT_H

#include "Offstack/Report/Report.h"
#include "llvm/Support/JSON.h"

namespace offstack {

/// What the field "schema" holds, by which the format is recognised.
inline constexpr llvm::StringLiteral JsonSchemaName = "offstack-report";

/// The version of the format. Fields may be added to it; when one goes, or
/// changes its meaning, the number rises.
inline constexpr unsigned JsonFormatVersion = 1;

/// Writes \p R. The same report gives the same bytes.
void writeJson(const Report &R, llvm::raw_ostream &OS);

/// Reads what writeJson wrote. Fails, saying which field is wrong, when
/// \p Document is something else or has another version.
llvm::Expected<Report> readJson(const llvm::json::Value &Document);

} // namespace offstack

#endif // OFFSTACK_REPORT_JSONREPORT_H
