//===- CodeGeneration.h - Whether clang generates code -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is decided on IR is never decided when there is none.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_CODEGENERATION_H
#define OFFSTACK_CLANG_CODEGENERATION_H

#include "clang/Frontend/CompilerInstance.h"

namespace offstack {

/// Returns true if \p CI makes IR of what it parses.
inline bool generatesCode(const clang::CompilerInstance &CI) {
  switch (CI.getFrontendOpts().ProgramAction) {
  case clang::frontend::EmitAssembly:
  case clang::frontend::EmitBC:
  case clang::frontend::EmitCodeGenOnly:
  case clang::frontend::EmitLLVM:
  case clang::frontend::EmitLLVMOnly:
  case clang::frontend::EmitObj:
    return true;
  default:
    return false;
  }
}

/// Returns true if \p CI checks what it parses and makes nothing of it.
inline bool onlyChecksSyntax(const clang::CompilerInstance &CI) {
  return CI.getFrontendOpts().ProgramAction == clang::frontend::ParseSyntaxOnly;
}

} // namespace offstack

#endif // OFFSTACK_CLANG_CODEGENERATION_H
