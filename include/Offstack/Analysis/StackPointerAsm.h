//===- StackPointerAsm.h - Does assembly move the stack ------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells inline assembly that may change the stack pointer from other assembly.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_STACKPOINTERASM_H
#define OFFSTACK_ANALYSIS_STACKPOINTERASM_H

namespace llvm {
class CallBase;
}

namespace offstack {

/// Returns true if \p Call is inline assembly, or a write to a named register,
/// that may change the stack pointer: its constraints or its text name the
/// register, or its text pushes or pops. Errs towards true: assembly that only
/// reads the register is not told apart.
bool mayChangeStackPointer(const llvm::CallBase &Call);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_STACKPOINTERASM_H
