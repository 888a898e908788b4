//===- Dependencies.cpp - What an object file depends on ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Hands files to clang's own collectors of dependencies.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/Dependencies.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/Utils.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;
using namespace llvm;

namespace offstack {

void addDependency(CompilerInstance &CI, StringRef Path) {
  for (const auto &Collector : CI.getDependencyCollectors())
    Collector->maybeAddDependency(Path, /*FromModule=*/false,
                                  /*IsSystem=*/false, /*IsModuleFile=*/false,
                                  /*IsMissing=*/false);
}

void addPluginDependencies(CompilerInstance &CI) {
  for (StringRef Path : CI.getFrontendOpts().Plugins)
    if (CI.getVirtualFileSystem().exists(Path))
      addDependency(CI, Path);
}

} // namespace offstack
