//===- ParseReport.h - Reads the text of a report ---------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For those that have opened the file themselves.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_REPORT_PARSEREPORT_H
#define OFFSTACK_LIB_REPORT_PARSEREPORT_H

#include "Offstack/Report/Report.h"
#include "llvm/Support/Error.h"

namespace offstack {

/// Reads a report of either format. Fails, naming \p Path and what is wrong,
/// when \p Text is none.
llvm::Expected<Report> parseReport(llvm::StringRef Path, llvm::StringRef Text);

} // namespace offstack

#endif // OFFSTACK_LIB_REPORT_PARSEREPORT_H
