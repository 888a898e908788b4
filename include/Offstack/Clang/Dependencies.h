//===- Dependencies.h - What an object file depends on -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Adds files to what -MD and its like write, so that a build system compiles a
// file again when the plugin, or a file that its options name, has changed.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_DEPENDENCIES_H
#define OFFSTACK_CLANG_DEPENDENCIES_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class CompilerInstance;
}

namespace offstack {

/// Adds \p Path to the dependencies of what \p CI compiles, if they are
/// written.
void addDependency(clang::CompilerInstance &CI, llvm::StringRef Path);

/// Adds the plugins that \p CI has loaded: a new one may give other warnings
/// and another object file. Those that were not given as a path, and so found
/// by the dynamic linker, are left out.
void addPluginDependencies(clang::CompilerInstance &CI);

} // namespace offstack

#endif // OFFSTACK_CLANG_DEPENDENCIES_H
