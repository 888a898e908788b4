//===- IgnoreListRemarks.h - What became of the ignore list -----*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells which lines of the ignore list can never match, and, behind
// -Rpass-analysis=offstack-ignorelist, which entries made a difference. For
// hosts without the Clang plugin, which does the same at the lines of the list.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_IGNORELISTREMARKS_H
#define OFFSTACK_TRANSFORMS_IGNORELISTREMARKS_H

namespace llvm {
class LLVMContext;
class Module;
} // namespace llvm

namespace offstack {

class IgnoreList;
class OptionSet;

/// Warns through the context of \p M of the lines of \p List that match
/// nothing.
void warnOfUselessEntries(llvm::Module &M, const IgnoreList &List,
                          const OptionSet &Options);

/// Returns true if someone listens to what emitIgnoreListRemarks says.
bool wantsIgnoreListRemarks(const llvm::LLVMContext &Context);

/// Reports for each entry of \p List that boxing looks up whether it made a
/// difference in \p M. The list must have tracked its uses. Says nothing of a
/// module without functions, in which nothing can match.
void emitIgnoreListRemarks(llvm::Module &M, const IgnoreList &List,
                           const OptionSet &Options);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_IGNORELISTREMARKS_H
