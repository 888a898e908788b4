//===- OffstackConsumer.h - What the plugin does with a file -- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Owns the emitter and the checks of one translation unit and hands them
// clang's AST. It only reads: the object file stays the one without it.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_OFFSTACKCONSUMER_H
#define OFFSTACK_CLANG_OFFSTACKCONSUMER_H

#include "Offstack/Clang/DiagnosticEmitter.h"
#include "Offstack/Clang/RecursionReporter.h"
#include "Offstack/Support/OptionSet.h"
#include "clang/AST/ASTConsumer.h"

namespace clang {
class CompilerInstance;
} // namespace clang

namespace offstack {

/// Runs the checks of the Clang plugin over one translation unit.
///
/// Make it in CreateASTConsumer, before parsing (see DiagnosticEmitter). The
/// compiler instance must outlive it.
class OffstackConsumer : public clang::ASTConsumer {
public:
  OffstackConsumer(clang::CompilerInstance &CI, OptionSet Options);

  bool HandleTopLevelDecl(clang::DeclGroupRef Declarations) override;

private:
  clang::CompilerInstance &CI;
  OptionSet Options;
  DiagnosticEmitter Emitter;
  /// Null when 'infinite' is disabled.
  std::shared_ptr<RecursionReporter> Recursion;
  /// The smallest object that the pass may box; names of smaller ones are not
  /// asked for.
  uint64_t SmallestBoxBytes;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_OFFSTACKCONSUMER_H
