//===- FunctionFacts.h - What reports say of a function ---------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Gives the names and places of the AST as reports have them.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_FUNCTIONFACTS_H
#define OFFSTACK_CLANG_FUNCTIONFACTS_H

#include "Offstack/Report/Finding.h"
#include "clang/Basic/SourceLocation.h"

namespace clang {
class Decl;
class SourceManager;
class VarDecl;
} // namespace clang

namespace offstack {

/// Returns the names of \p Owner, which is a function or declares code, as a
/// block or a variable with an initializer does. The rest is left out, for the
/// check to fill in.
FindingFacts makeFacts(const clang::Decl &Owner);

/// The same, about \p Variable: its name and its type.
FindingFacts makeFacts(const clang::Decl &Owner,
                       const clang::VarDecl &Variable);

/// Returns the function that \p Owner is, or that it is in, with its scopes and
/// without parameters and template arguments.
std::string describeFunction(const clang::Decl &Owner);

/// Returns \p Location as clang prints it: in a macro, where the macro is used;
/// as #line says.
SourcePlace findPlace(const clang::SourceManager &Sources,
                      clang::SourceLocation Location);

/// The same, but as the file has it: for what is to be changed.
SourcePlace findWrittenPlace(const clang::SourceManager &Sources,
                             clang::SourceLocation Location);

} // namespace offstack

#endif // OFFSTACK_CLANG_FUNCTIONFACTS_H
