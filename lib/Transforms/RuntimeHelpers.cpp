//===- RuntimeHelpers.cpp - Functions that boxing adds --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds them by their marks.
//
//===----------------------------------------------------------------------===//

#include "RuntimeHelpers.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

Function *findRuntimeHelper(Module &M, StringRef Name, StringRef Mark) {
  Function *Named = M.getFunction(Name);
  if (!Named || Named->hasFnAttribute(Mark))
    return Named;
  // The program's own: ours has another name.
  for (Function &F : M)
    if (F.hasFnAttribute(Mark) && F.getName().starts_with(Name))
      return &F;
  return nullptr;
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
