//===- Rules.cpp - The table of rules -------------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Expands Rules.def.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Registry/Rules.h"

using namespace llvm;

namespace offstack {

static const RuleRow RuleRows[] = {
#define OFFSTACK_RULE(Id, Name, Treatment) {Rule::Id, Name, Treatment},
#include "Offstack/Registry/Rules.def"
};

ArrayRef<RuleRow> getRuleRows() { return RuleRows; }

} // namespace offstack
