//===- Rules.h - The table of rules ---------------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rules of Rules.def as data: no code asks for one by its name, but docs
// and tests do.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REGISTRY_RULES_H
#define OFFSTACK_REGISTRY_RULES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace offstack {

/// The cases of Rules.def in which an object is boxed with care.
enum class Rule {
#define OFFSTACK_RULE(Id, Name, Treatment) Id,
#include "Offstack/Registry/Rules.def"
};

/// One row of Rules.def. All strings live as long as the program.
struct RuleRow {
  Rule Id;
  /// The name of its test and its page, as "tail-call".
  llvm::StringRef Name;
  /// Completes "the pass ...".
  llvm::StringRef Treatment;
};

/// Returns all rows, in the order of the table.
llvm::ArrayRef<RuleRow> getRuleRows();

} // namespace offstack

#endif // OFFSTACK_REGISTRY_RULES_H
