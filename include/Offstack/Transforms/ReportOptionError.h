//===- ReportOptionError.h - Reports wrong options ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where options are read while a pipeline is built there is nobody to report a
// wrong one to: this pass does, when the compilation runs.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_REPORTOPTIONERROR_H
#define OFFSTACK_TRANSFORMS_REPORTOPTIONERROR_H

#include "llvm/IR/PassManager.h"
#include <string>

namespace offstack {

/// Fails the compilation with an error message; changes nothing.
class ReportOptionErrorPass
    : public llvm::PassInfoMixin<ReportOptionErrorPass> {
public:
  explicit ReportOptionErrorPass(std::string Message)
      : Message(std::move(Message)) {}

  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);

  static bool isRequired() { return true; }

private:
  std::string Message;
};

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_REPORTOPTIONERROR_H
