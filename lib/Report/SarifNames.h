//===- SarifNames.h - Names in SARIF documents ------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What writer and reader have to agree on.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_REPORT_SARIFNAMES_H
#define OFFSTACK_LIB_REPORT_SARIFNAMES_H

#include "llvm/ADT/StringRef.h"

namespace offstack {

inline constexpr llvm::StringLiteral SarifVersion = "2.1.0";
inline constexpr llvm::StringLiteral SarifToolName = "Offstack";

/// The name in originalUriBaseIds of the folder that the compiler ran in.
inline constexpr llvm::StringLiteral SarifBaseId = "PWD";

/// The key in partialFingerprints; its last part is a version
/// (section 3.27.17).
inline constexpr llvm::StringLiteral SarifFingerprintKey = "offstackFinding/v1";

} // namespace offstack

#endif // OFFSTACK_LIB_REPORT_SARIFNAMES_H
