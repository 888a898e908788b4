//===- ScopeOverlap.h - What scopes could share --------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Without optimisation each variable has a place of its own. With it, variables
// of scopes that exclude each other share one.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_SCOPEOVERLAP_H
#define OFFSTACK_CLANG_SCOPEOVERLAP_H

#include "Offstack/Clang/StackObjects.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang {
class Stmt;
} // namespace clang

namespace offstack {

/// Returns by how many bytes \p Locals, which are declared in \p Body, take less
/// when only those of scopes that are entered at the same time take any.
uint64_t computeScopeOverlap(const clang::Stmt &Body,
                             llvm::ArrayRef<StackObject> Locals);

} // namespace offstack

#endif // OFFSTACK_CLANG_SCOPEOVERLAP_H
