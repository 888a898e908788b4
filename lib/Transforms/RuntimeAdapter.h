//===- RuntimeAdapter.h - Makes the runtime fit a module ------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The runtime is compiled once, for one target and with one set of flags. Here
// it gets those of the module that it becomes a part of.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_RUNTIMEADAPTER_H
#define OFFSTACK_LIB_TRANSFORMS_RUNTIMEADAPTER_H

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace offstack {

/// Gives \p Runtime the target of \p M, and its definitions the linkage, names
/// and attributes with which they can be linked into any module like \p M.
/// \p Boxed is a function of \p M that will call them.
void adaptRuntime(llvm::Module &Runtime, llvm::Module &M,
                  const llvm::Function &Boxed);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_RUNTIMEADAPTER_H
