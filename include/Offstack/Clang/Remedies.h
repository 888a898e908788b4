//===- Remedies.h - Moving an array to the heap, in the source --*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes fix-its for large-local. Clang applies those of a warning without
// asking (-fixit), so there is one only where the program provably means the
// same with it: RemedyFinder would rather miss ten than get one wrong. What is
// asked of function, variable and uses is listed in docs/remedies.md.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_REMEDIES_H
#define OFFSTACK_CLANG_REMEDIES_H

#include "clang/Basic/Diagnostic.h"

namespace clang {
class CompilerInstance;
class Decl;
class FunctionDecl;
class VarDecl;
} // namespace clang

namespace offstack {

/// Finds the fix-its of one translation unit.
class RemedyFinder {
public:
  /// \p CI must outlive the finder.
  explicit RemedyFinder(clang::CompilerInstance &CI) : CI(CI) {}

  /// Returns the edits that make \p Variable, a local array of \p Owner, a
  /// std::vector or a std::unique_ptr, with its uses; nothing if that is not
  /// provably right. They include the header that they need, so that they can
  /// be applied alone. Where clang itself applies all that it \p IsShown, the
  /// first that need a header include it: twice would be once too often.
  llvm::SmallVector<clang::FixItHint, 8>
  find(const clang::VarDecl &Variable, const clang::Decl &Owner, bool IsShown);

private:
  bool allowsHeap(const clang::FunctionDecl &Function) const;
  bool hasNeighbour(llvm::StringRef Name) const;
  bool hasStandard(llvm::StringRef Name) const;
  bool hasHeader(llvm::StringRef Header) const;
  bool isIncludedByEarlier(llvm::StringRef Header, bool IsShown);
  void addInclude(llvm::SmallVectorImpl<clang::FixItHint> &Edits,
                  llvm::StringRef Header, clang::SourceLocation Code);

  clang::CompilerInstance &CI;
  /// The headers that edits include which clang applies.
  llvm::SmallVector<std::string, 2> Included;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_REMEDIES_H
