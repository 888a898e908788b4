//===- IncludePlace.h - Where an include goes -------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the line of a file where a header is to be included.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_INCLUDEPLACE_H
#define OFFSTACK_CLANG_INCLUDEPLACE_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class LangOptions;
} // namespace clang

namespace offstack {

/// Where an include goes, and how.
struct IncludePlace {
  /// Bytes from the start of the file, always the start of a line.
  unsigned Offset;
  /// The file includes the header already, in front of the code.
  bool IsIncluded;
  /// The first include of the file: a blank line sets it off.
  bool IsFirst;
};

/// Returns where `#include <Header>` goes in the file with the text \p Text,
/// for code that begins \p CodeOffset bytes behind its start: behind the last
/// include that no condition and no brace is around, else behind the comment
/// that opens the file, if a blank line follows it, else at the top.
IncludePlace findIncludePlace(llvm::StringRef Text, llvm::StringRef Header,
                              unsigned CodeOffset,
                              const clang::LangOptions &Language);

} // namespace offstack

#endif // OFFSTACK_CLANG_INCLUDEPLACE_H
