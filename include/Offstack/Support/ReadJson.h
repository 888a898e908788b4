//===- ReadJson.h - Reads JSON of others ------------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's reader calls itself for each level of a document and does not limit
// them: a file of brackets ends the program.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_SUPPORT_READJSON_H
#define OFFSTACK_SUPPORT_READJSON_H

#include "llvm/Support/JSON.h"

namespace offstack {

/// Returns the document that \p Text is. Fails when it is none, or is nested
/// deeper than what Offstack reads ever is.
llvm::Expected<llvm::json::Value> readJsonText(llvm::StringRef Text);

} // namespace offstack

#endif // OFFSTACK_SUPPORT_READJSON_H
