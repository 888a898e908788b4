//===- PluginFile.h - Finds the plugins -------------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The plugins lie beside the command, in a build tree and where it is
// installed: they are looked for from the place of the executable.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_PLUGINFILE_H
#define OFFSTACK_TOOL_PLUGINFILE_H

#include "Offstack/Tool/CompilerKind.h"
#include "llvm/Support/Error.h"
#include <string>

namespace offstack {

/// Returns the file name of the plugin that a compiler of \p Kind loads.
llvm::StringRef getPluginName(CompilerKind Kind);

/// Returns the path of the plugin \p Name that belongs to \p Executable, an
/// absolute path. Fails, naming the folders, when it is in none of them.
llvm::Expected<std::string> findPlugin(llvm::StringRef Executable,
                                       llvm::StringRef Name);

} // namespace offstack

#endif // OFFSTACK_TOOL_PLUGINFILE_H
