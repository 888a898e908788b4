//===- CodeOwners.h - Declarations behind functions in IR ----- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the code in the source that a function in IR was made of: that of a
// function, of a part of one, or of a block.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_CODEOWNERS_H
#define OFFSTACK_CLANG_CODEOWNERS_H

#include "Offstack/Clang/FunctionsByName.h"

namespace clang {
class Decl;
} // namespace clang

namespace offstack {

/// Returns \p Name without what the compiler appends for a part or a copy of a
/// function, as in "f.resume".
llvm::StringRef getSourceName(llvm::StringRef Name);

/// Declarations with code by the name of a function in IR.
class CodeOwners {
public:
  /// Looks for the code of \p Names. Walks the whole AST: do this only when
  /// there is something to look for.
  CodeOwners(clang::ASTContext &Context, llvm::ArrayRef<llvm::StringRef> Names);

  /// Returns the declarations that \p Name may be the code of.
  llvm::SmallVector<const clang::Decl *, 2> find(llvm::StringRef Name) const;

private:
  FunctionsByName Functions;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_CODEOWNERS_H
