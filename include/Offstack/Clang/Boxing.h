//===- Boxing.h - Boxing inside the Clang plugin -------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Adds the pass to clang's own pipeline, so that one -fplugin flag is enough,
// and tells it the names of variables, which clang's IR does not carry without
// -g.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_BOXING_H
#define OFFSTACK_CLANG_BOXING_H

#include "Offstack/Support/OptionSet.h"
#include "clang/AST/DeclGroup.h"

namespace clang {
class ASTContext;
class CompilerInstance;
} // namespace clang

namespace offstack {

/// Adds offstack-box with \p Options to the pipeline that \p CI will run. To be
/// called before code generation starts, which is when the pipeline is built.
void registerBoxing(clang::CompilerInstance &CI, const OptionSet &Options);

/// Writes on each local variable in \p Declarations whose size is
/// \p SmallestBytes or more an implicit annotation with its name. Code
/// generation hands it to the IR, where the pipeline of registerBoxing turns
/// it into a note on the alloca before any other pass runs. To be called
/// before code is generated for the declarations.
void annotateLocals(clang::ASTContext &Context,
                    clang::DeclGroupRef Declarations, uint64_t SmallestBytes);

} // namespace offstack

#endif // OFFSTACK_CLANG_BOXING_H
