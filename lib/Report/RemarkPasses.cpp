//===- RemarkPasses.cpp - Collects in a pass pipeline ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Installs the collector and tells it when to listen.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/RemarkPasses.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Returns the collector if it is still the handler of \p M, or null.
RemarkCollector *RemarkReport::findCollector(Module &M) const {
  return M.getContext().getDiagHandlerPtr() == Collector ? Collector : nullptr;
}

/// Begins the session for \p M, unless that is what it is for.
Error RemarkReport::beginSession(const Module &M) {
  CompilationUnit OfModule = describeUnit(M, "OffstackPass");
  if (!Options || (Session && Unit == OfModule))
    return Error::success();
  Expected<std::unique_ptr<ReportSession>> Begun =
      ReportSession::begin(*Options, OfModule);
  HasFailed = !Begun;
  if (HasFailed)
    return Begun.takeError();
  Session = std::move(*Begun);
  Unit = std::move(OfModule);
  Collector = nullptr;
  return Error::success();
}

Error RemarkReport::begin(Module &M) {
  if (HasFailed)
    return Error::success(); // It has been told.
  if (Error Failure = beginSession(M))
    return Failure;
  if (!findCollector(M))
    Collector = RemarkCollector::install(M.getContext(), Session);
  Collector->setActive(true);
  return Error::success();
}

Error RemarkReport::end(Module &M) {
  if (!findCollector(M))
    return Error::success(); // It could not begin.
  Collector->setActive(false);
  if (!Options)
    return Error::success();
  Collector->writeAtEnd();
  return Collector->write();
}

bool RemarkReport::warnOf(const DiagnosticInfoOptimizationBase &Remark) {
  return !Session || Session->warnOf(Remark.getMsg());
}

PreservedAnalyses RemarkPass::run(Module &M, ModuleAnalysisManager &) {
  if (Error Failure =
          Step == RemarkStep::Begin ? Shared->begin(M) : Shared->end(M))
    HandleError(M, std::move(Failure));
  return PreservedAnalyses::all();
}

} // namespace offstack
