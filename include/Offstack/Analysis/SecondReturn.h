//===- SecondReturn.h - Calls that can return twice ----------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells setjmp, after whose second return the frame is the one that it was,
// from other calls that return twice.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_SECONDRETURN_H
#define OFFSTACK_ANALYSIS_SECONDRETURN_H

namespace llvm {
class CallBase;
class Function;
} // namespace llvm

namespace offstack {

/// Whether a call can return twice.
enum class SecondReturn {
  Never,
  /// It is a setjmp. It returns again only while the frame that called it is
  /// there, into that frame, and with the values that have not changed since
  /// (C11 7.13.2.1).
  Setjmp,
  /// Nothing is known of the second return. After vfork two processes go on in
  /// one frame; getcontext can be come back to with another stack.
  Unknown
};

/// Returns whether \p Call can return twice.
SecondReturn getSecondReturn(const llvm::CallBase &Call);

/// Returns a call of \p F that is a setjmp, or null.
const llvm::CallBase *findSetjmp(const llvm::Function &F);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_SECONDRETURN_H
