//===- CodeOwners.cpp - Declarations behind functions in IR ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes the names of parts and blocks apart.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/CodeOwners.h"
#include "Offstack/Clang/StackObjects.h"
#include "clang/AST/ASTContext.h"

using namespace clang;
using namespace llvm;

namespace offstack {

StringRef getSourceName(StringRef Name) { return Name.split('.').first; }

/// Returns the name of the function that the block \p Name is in, as "f" of
/// "__f_block_invoke_2", or an empty string if it is none.
static StringRef getBlockParent(StringRef Name) {
  auto [Parent, Number] = Name.rsplit("_block_invoke");
  return Parent.size() < Name.size() && Parent.consume_front("__") ? Parent
                                                                   : "";
}

/// Returns \p Names and those of the functions that they are parts of.
static SmallVector<StringRef, 16> addSourceNames(ArrayRef<StringRef> Names) {
  SmallVector<StringRef, 16> All(Names);
  for (StringRef Name : Names) {
    if (StringRef Source = getSourceName(Name); Source.size() < Name.size())
      All.push_back(Source);
    if (StringRef Parent = getBlockParent(Name); !Parent.empty())
      All.push_back(Parent);
  }
  return All;
}

CodeOwners::CodeOwners(ASTContext &Context, ArrayRef<StringRef> Names)
    : Functions(Context, addSourceNames(Names)) {}

/// Returns the blocks in the code of \p Root, those in other blocks too.
static SmallVector<const Decl *, 2> findBlocks(const Decl &Root) {
  SmallVector<const Decl *, 2> Blocks;
  SmallVector<const Decl *, 4> Worklist(1, &Root);
  while (!Worklist.empty()) {
    const Decl &Owner = *Worklist.pop_back_val();
    for (const Decl *Nested :
         collectStackObjects(Owner, Owner.getASTContext(), Precision::Quick)
             .Nested)
      if (isa<BlockDecl>(Nested)) {
        Blocks.push_back(Nested);
        Worklist.push_back(Nested);
      }
  }
  return Blocks;
}

SmallVector<const Decl *, 2> CodeOwners::find(StringRef Name) const {
  SmallVector<const Decl *, 2> Owners;
  ArrayRef<GlobalDecl> Found = Functions.find(Name);
  if (Found.empty())
    Found = Functions.find(getSourceName(Name));
  for (GlobalDecl D : Found)
    Owners.push_back(D.getDecl());
  if (Owners.empty())
    for (GlobalDecl Parent : Functions.find(getBlockParent(Name)))
      append_range(Owners, findBlocks(*Parent.getDecl()));
  return Owners;
}

} // namespace offstack
