//===- CallLocator.h - Where a function calls another --------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds calls in the AST, those that nobody wrote too: operators, conversions,
// constructors, destructors of locals, members and temporaries.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_CALLLOCATOR_H
#define OFFSTACK_CLANG_CALLLOCATOR_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/SmallVector.h"

namespace clang {
class FunctionDecl;
} // namespace clang

namespace offstack {

/// Returns the place of the first call of \p Callee in the code of \p Caller, a
/// definition, or an invalid location if none is seen. Unevaluated code and
/// branches that a constant condition excludes do not call. A call without an
/// own place has that of what causes it: a destructor that of the variable or
/// member, a default argument that of the call it completes.
clang::SourceLocation findCall(const clang::FunctionDecl &Caller,
                               const clang::FunctionDecl &Callee);

/// Returns the places of all such calls, in the order of the source. Calls that
/// may go to an overriding function are only among them if there are no others.
llvm::SmallVector<clang::SourceLocation, 2>
findCalls(const clang::FunctionDecl &Caller, const clang::FunctionDecl &Callee);

} // namespace offstack

#endif // OFFSTACK_CLANG_CALLLOCATOR_H
