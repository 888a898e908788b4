//===- Temporaries.h - Objects without a name on the stack ---- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells which expressions need an object of their own in clang's code, and
// which are built where they are to stay: in a variable, in the return slot, in
// memory from `new`, in that of an exception.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_TEMPORARIES_H
#define OFFSTACK_CLANG_TEMPORARIES_H

#include "Offstack/Clang/StackObjects.h"
#include "clang/AST/Type.h"
#include <optional>

namespace clang {
class CXXConstructExpr;
class ImplicitCastExpr;
class Stmt;
} // namespace clang

namespace offstack {

/// Returns the size of an object of type \p T in bytes, or nothing when it has
/// none that is fixed and known.
std::optional<uint64_t> findObjectSize(clang::QualType T,
                                       const clang::ASTContext &Context);

/// Appends to \p Found the temporaries that \p S itself has made for its
/// operands, not those that are made within them. A value is where it is used:
/// the statement that takes it decides whether it needs an object.
void collectTemporaries(const clang::Stmt &S, const clang::ASTContext &Context,
                        llvm::SmallVectorImpl<StackTemporary> &Found);

/// Appends to \p Found the object of the value of \p S, a branch of an `if`, if
/// it is an expression: nothing uses that. collectTemporaries does so for other
/// statements.
void collectUnusedValue(const clang::Stmt &S, const clang::ASTContext &Context,
                        llvm::SmallVectorImpl<StackTemporary> &Found);

/// Returns the value that takes the place of the object that \p Construction
/// would copy, if clang leaves the copy out (C++98 to C++14), or null.
const clang::Expr *findElidedSource(const clang::CXXConstructExpr &Construction,
                                    const clang::ASTContext &Context);

/// Returns the initializer of the compound literal that \p Cast reads, or null
/// if it reads none. It is built in the place of what it is read into.
const clang::Expr *findElidedLiteral(const clang::ImplicitCastExpr &Cast);

} // namespace offstack

#endif // OFFSTACK_CLANG_TEMPORARIES_H
