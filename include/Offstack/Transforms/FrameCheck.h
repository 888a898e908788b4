//===- FrameCheck.h - Is every frame under the limit? --------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The pass offstack-box decides on IR, where frames are not laid out yet. This
// looks at the frames that code generation made of what it left, and tells of
// each that is over the limit all the same.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_FRAMECHECK_H
#define OFFSTACK_TRANSFORMS_FRAMECHECK_H

#include "Offstack/Support/OptionSet.h"
#include "llvm/IR/PassManager.h"

namespace offstack {

/// Marks every function of a module with the limit of its frame, for the check.
/// A pass of its own: only pipelines that code generation follows need it.
class FrameLimitPass : public llvm::PassInfoMixin<FrameLimitPass> {
public:
  explicit FrameLimitPass(OptionSet Options) : Options(std::move(Options)) {}

  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);

  static bool isRequired() { return true; }

private:
  OptionSet Options;
};

/// Adds the check to every code generator that is set up from now on: to be
/// called where the pass is added to a pipeline, before code is generated. It
/// looks at functions with a limit (markFrameLimit) only.
///
/// A second call does nothing, nor does one of the other plugin in the same
/// process. Thread safe.
void registerFrameCheck();

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_FRAMECHECK_H
