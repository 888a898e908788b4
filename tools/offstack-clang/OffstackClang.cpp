//===- OffstackClang.cpp - The plugin for clang ---------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers the plugin action `offstack`, which -fplugin alone turns on, and
// reads its options.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/Attributes.h"
#include "Offstack/Clang/OffstackConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"

using namespace clang;
using namespace llvm;
using namespace offstack;

/// Returns what \p Arguments ("local=4K", "box") and the environment give.
/// Fails with the reasons of all bad arguments.
static Expected<OptionSet> readOptions(ArrayRef<std::string> Arguments) {
  OptionSet Set;
  Error Failure = Error::success();
  for (StringRef Argument : Arguments)
    Failure = joinErrors(std::move(Failure), Set.assign(Argument));
  Expected<OptionSet> Environment = OptionSet::fromEnvironment();
  if (!Environment)
    return joinErrors(std::move(Failure), Environment.takeError());
  if (Failure)
    return std::move(Failure);
  Set.inherit(*Environment);
  return Set;
}

namespace {

class OffstackAction : public PluginASTAction {
  OptionSet Options;

protected:
  // Runs before parsing: the place to make diagnostics and to register passes.
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    return std::make_unique<OffstackConsumer>(CI, Options);
  }

  bool ParseArgs(const CompilerInstance &CI,
                 const std::vector<std::string> &Arguments) override {
    Expected<OptionSet> Read = readOptions(Arguments);
    if (Read) {
      Options = std::move(*Read);
      return true;
    }
    DiagnosticEmitter Emitter(CI.getDiagnostics(), OptionSet());
    handleAllErrors(Read.takeError(), [&](const ErrorInfoBase &Reason) {
      Emitter.error(Reason.message());
    });
    return false;
  }

  // Checks see a file's declarations before the code generator does.
  ActionType getActionType() override { return AddBeforeMainAction; }
};

} // namespace

static FrontendPluginRegistry::Add<OffstackAction>
    Registration("offstack", "flag large stack objects and endless recursion");

// Clang asks these for what an attribute means, with the plugin's action or
// without it.
static ParsedAttrInfoRegistry::Add<KeepAttributeInfo>
    Keep("offstack_keep", "keep an object on the stack");
static ParsedAttrInfoRegistry::Add<BoxAttributeInfo>
    Box("offstack_box", "move an object to the heap");
static ParsedAttrInfoRegistry::Add<MaxDepthAttributeInfo>
    MaxDepth("offstack_max_depth", "take a recursion to be at most so deep");
static ParsedAttrInfoRegistry::Add<BudgetAttributeInfo>
    Budget("offstack_budget", "allow a frame so many bytes");
