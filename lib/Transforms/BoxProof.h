//===- BoxProof.h - The proof for one box --------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of the verifier that looks at one box at a time.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_BOXPROOF_H
#define OFFSTACK_LIB_TRANSFORMS_BOXPROOF_H

namespace llvm {
class Instruction;
class TargetLibraryInfo;
template <typename T> class SmallVectorImpl;
} // namespace llvm

namespace offstack {

struct BoxViolation;
class FunctionEffects;

/// Appends to \p Violations what is wrong with the box that \p Allocation
/// allocates, at most once an instruction, in no particular but a reproducible
/// order. \p Effects are those of its function.
void proveBox(const llvm::Instruction &Allocation,
              const FunctionEffects &Effects,
              const llvm::TargetLibraryInfo &TLI,
              llvm::SmallVectorImpl<BoxViolation> &Violations);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_BOXPROOF_H
