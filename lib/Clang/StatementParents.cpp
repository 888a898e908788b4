//===- StatementParents.cpp - What a statement stands in ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Notes for each statement the one it is found in.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/StatementParents.h"
#include "clang/AST/DeclBase.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;
using namespace llvm;

namespace offstack {

StatementParents::StatementParents(const Decl &Owner) {
  SmallVector<const Stmt *, 32> Worklist(1, Owner.getBody());
  while (!Worklist.empty()) {
    const Stmt *S = Worklist.pop_back_val();
    if (!S)
      continue;
    for (const Stmt *Child : S->children()) {
      if (!Child)
        continue;
      Parents[Child] = S;
      Worklist.push_back(Child);
    }
  }
}

} // namespace offstack
