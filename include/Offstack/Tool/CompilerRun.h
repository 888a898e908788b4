//===- CompilerRun.h - Runs a compiler with the plugin ----------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the compiler that a command stands for, and lets it take the place of
// this process: its exit code, its signals and its streams are those of the
// command.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_COMPILERRUN_H
#define OFFSTACK_TOOL_COMPILERRUN_H

#include "Offstack/Tool/CompilerCommand.h"
#include "Offstack/Tool/LeadingOptions.h"

namespace offstack {

/// Returns true if the command of \p Line runs a compiler: "cc", or the name or
/// path of a compiler itself, as build systems hand it to a wrapper.
bool isCompilerCommand(const CommandLine &Line);

/// Runs the compiler of \p Line with the plugin that belongs to
/// \p Executable, the absolute path of this program. Returns only when that
/// fails: no such compiler, one of another LLVM, no plugin, a bad option.
llvm::Error runCompiler(const CommandLine &Line, llvm::StringRef Executable);

/// Returns the words of the compiler that \p Line, a command of the table,
/// names or stands for. Fails when there is none, or it cannot load a plugin,
/// or is
/// \p Executable.
llvm::Expected<std::vector<std::string>>
findUsableCompiler(const CommandLine &Line, llvm::StringRef Executable);

/// Returns the options of the environment and those before the command of
/// \p Line, which win. Fails when one of the environment is bad.
llvm::Expected<std::vector<std::string>>
collectOptions(const CommandLine &Line);

} // namespace offstack

#endif // OFFSTACK_TOOL_COMPILERRUN_H
