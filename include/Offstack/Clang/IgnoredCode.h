//===- IgnoredCode.h - Ignore lists and declarations ------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Asks the user's ignore list about declarations.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_IGNOREDCODE_H
#define OFFSTACK_CLANG_IGNOREDCODE_H

#include "Offstack/Registry/Diagnostics.h"
#include <string>
#include <vector>

namespace clang {
class Decl;
class VarDecl;
} // namespace clang

namespace offstack {

class IgnoreList;

/// Returns true if \p Ignored, which may be null, has an entry for \p Id that
/// matches the code of \p Owner (a function, or a block in one), its file, or
/// \p Variable, which may be null.
bool isIgnored(const IgnoreList *Ignored, Diagnostic Id,
               const clang::Decl &Owner, const clang::VarDecl *Variable);

/// Returns the names that the function of \p Owner (a function, or a block in
/// one) can have in IR: several for constructors and destructors, none where
/// there is no function.
std::vector<std::string> findNamesInIR(const clang::Decl &Owner);

} // namespace offstack

#endif // OFFSTACK_CLANG_IGNOREDCODE_H
