//===- FunctionsByName.h - From IR functions back to the AST -- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the declarations of functions that an analysis of IR names. Works
// without debug info: the name in IR is the mangled name of the declaration.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_FUNCTIONSBYNAME_H
#define OFFSTACK_CLANG_FUNCTIONSBYNAME_H

#include "clang/AST/GlobalDecl.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"

namespace clang {
class ASTContext;
class FunctionDecl;
} // namespace clang

namespace offstack {

/// Returns the variants of \p Function that may be functions in IR.
llvm::SmallVector<clang::GlobalDecl, 3>
getVariants(const clang::FunctionDecl *Function);

/// Definitions by the name of a function in IR. A constructor or destructor has
/// one name for each of its variants.
class FunctionsByName {
public:
  FunctionsByName() = default;

  /// Looks for \p Names at once.
  FunctionsByName(clang::ASTContext &Context,
                  llvm::ArrayRef<llvm::StringRef> Names) {
    add(Context, Names);
  }

  /// Looks for the definitions of \p Names, template instantiations and
  /// implicit functions too. Walks the whole AST if there is one that has not
  /// been looked for.
  void add(clang::ASTContext &Context, llvm::ArrayRef<llvm::StringRef> Names);

  /// Returns the definitions that \p Name, which was added, may be: none for a
  /// function that the compiler made, as a thunk; many only where types without
  /// names, as those of lambdas, leave it open.
  llvm::ArrayRef<clang::GlobalDecl> find(llvm::StringRef Name) const;

private:
  llvm::StringMap<llvm::SmallVector<clang::GlobalDecl, 1>> Definitions;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_FUNCTIONSBYNAME_H
