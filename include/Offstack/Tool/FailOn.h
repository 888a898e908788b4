//===- FailOn.h - When a check fails ----------------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which findings make `offstack check` fail: those of a level and above, and
// those of rules that are named.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_FAILON_H
#define OFFSTACK_TOOL_FAILON_H

#include "Offstack/Report/Finding.h"
#include "llvm/Support/Error.h"

namespace offstack {

/// What --fail-on names.
class FailOn {
public:
  /// Reads "warning", "infinite,unbounded", "none". Fails when a part is
  /// neither a level nor the name of a diagnostic.
  static llvm::Expected<FailOn> parse(llvm::StringRef Text);

  /// Returns true if \p F makes the check fail. What a baseline has does not.
  bool matches(const Finding &F) const;

private:
  std::optional<FindingLevel> Level;
  std::vector<std::string> Rules;
};

} // namespace offstack

#endif // OFFSTACK_TOOL_FAILON_H
