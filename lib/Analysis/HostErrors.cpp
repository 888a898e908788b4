//===- HostErrors.cpp - Errors that every host shows ----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Knows which kind of diagnostic a host listens to.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/HostErrors.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Metadata.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Returns true if \p Compiler made \p M, or a part of it, as `!llvm.ident`
/// says.
static bool isFrom(StringRef Compiler, const Module &M) {
  const NamedMDNode *Ident = M.getNamedMetadata("llvm.ident");
  if (!Ident)
    return false;
  for (const MDNode *Producer : Ident->operands())
    if (Producer->getNumOperands())
      if (const auto *Name = dyn_cast<MDString>(Producer->getOperand(0)))
        if (Name->getString().contains(Compiler))
          return true;
  return false;
}

/// Rust's diagnostic handler drops errors of unknown kinds; "unsupported" it
/// knows.
static bool isFromRustc(const Module &M) { return isFrom("rustc version", M); }

bool isSourceUnseen(const Module &M) {
  return isFromRustc(M) || isFrom("flang version", M);
}

void reportHostError(const Module &M, const Twine &Message,
                     const Instruction *Where) {
  LLVMContext &Context = M.getContext();
  if (!M.empty() && isFromRustc(M))
    Context.diagnose(
        DiagnosticInfoUnsupported(*M.begin(), "offstack: " + Message));
  else if (Where)
    Context.emitError(Where, "offstack: " + Message);
  else
    Context.emitError("offstack: " + Message);
}

void reportHostWarning(const Module &M, const Twine &Message) {
  std::string Text = ("offstack: " + Message).str();
  Twine Shown(Text);
  // The one kind of warning that rustc's handler shows.
  if (isFromRustc(M))
    M.getContext().diagnose(
        DiagnosticInfoInlineAsm(/*LocCookie=*/0, Shown, DS_Warning));
  else
    M.getContext().diagnose(DiagnosticInfoGeneric(Shown, DS_Warning));
}

} // namespace offstack
