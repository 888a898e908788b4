//===- RuntimeHelpers.cpp - Functions that boxing adds --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds them by their marks. A mark that has a value is that of an earlier run.
//
//===----------------------------------------------------------------------===//

#include "RuntimeHelpers.h"
#include "Offstack/Registry/RuntimeNames.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// The value of a mark whose function an earlier run has added.
static constexpr StringLiteral Earlier = "earlier";

/// Returns true if this run has added \p F and given it \p Mark.
static bool isOurs(const Function &F, StringRef Mark) {
  Attribute Found = F.getFnAttribute(Mark);
  return Found.isValid() && Found.getValueAsString() != Earlier;
}

Function *findRuntimeHelper(Module &M, StringRef Name, StringRef Mark) {
  Function *Named = M.getFunction(Name);
  if (!Named || isOurs(*Named, Mark))
    return Named;
  // The program's own: ours has another name.
  for (Function &F : M)
    if (isOurs(F, Mark) && F.getName().starts_with(Name))
      return &F;
  return nullptr;
}

void retireRuntimeHelpers(Module &M) {
  for (Function &F : M)
    for (StringRef Mark : {OutOfMemoryHelperMark, FreeChainHelperMark}) {
      if (!F.hasFnAttribute(Mark))
        continue;
      F.addFnAttr(Mark, Earlier);
      // Makes room for the name. Those of other modules keep theirs.
      if (F.hasLocalLinkage())
        F.setName(F.getName() + "." + Earlier);
    }
}

Function *createRuntimeHelper(Module &M, FunctionType &Type, StringRef Name,
                              StringRef Mark) {
  Function *Helper = Function::createWithDefaultAttr(
      &Type, GlobalValue::InternalLinkage,
      M.getDataLayout().getProgramAddressSpace(), Name, &M);
  Helper->addFnAttr(Mark);
  // What calls it is known by the call.
  Helper->addFnAttr(Attribute::NoInline);
  Helper->setDoesNotThrow();
  return Helper;
}

} // namespace offstack
