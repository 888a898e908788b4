//===- IgnoreListRemarks.cpp - What became of the ignore list -------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Words warnings and remarks for hosts that know no places in the list.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/IgnoreListRemarks.h"
#include "Offstack/Analysis/HostErrors.h"
#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Support/IgnoreEntries.h"
#include "Offstack/Support/IgnoreList.h"
#include "Offstack/Support/OptionSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/OptimizationRemarkEmitter.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

void warnOfUselessEntries(Module &M, const IgnoreList &List,
                          const OptionSet &Options) {
  StringRef Name = getDiagnosticName(Diagnostic::UselessIgnoreEntry);
  if (Options.isDisabled(Name))
    return;
  for (const IgnoreMistake &Mistake : List.findMistakes())
    reportHostWarning(M, List.getPath() + ":" + Twine(Mistake.LineNumber) +
                             ": " + Mistake.Subject +
                             " of the ignore list matches nothing: " +
                             Mistake.Reason + " (offstack-" + Name + ")");
}

bool wantsIgnoreListRemarks(const LLVMContext &Context) {
  return Context.getLLVMRemarkStreamer() ||
         Context.getDiagHandlerPtr()->isAnalysisRemarkEnabled(
             IgnoreListPassName);
}

void emitIgnoreListRemarks(Module &M, const IgnoreList &List,
                           const OptionSet &Options) {
  // A remark is about a function, this one about none in particular.
  auto Any = find_if(M, [](const Function &F) { return !F.isDeclaration(); });
  if (Any == M.end())
    return;
  OptimizationRemarkEmitter ORE(&*Any);
  for (const IgnoreEntryUse &Use : List.listUses(StringRef(BoxSection))) {
    StringRef Name =
        getDiagnosticName(Use.IsUsed ? Diagnostic::UsedIgnoreEntry
                                     : Diagnostic::UnusedIgnoreEntry);
    if (Options.isDisabled(Name))
      continue;
    OptimizationRemarkAnalysis Remark(
        IgnoreListPassName, Name, DiagnosticLocation(), &Any->getEntryBlock());
    Remark << Use.Text << " (offstack-" << Name << ")";
    ORE.emit(Remark);
  }
}

} // namespace offstack
