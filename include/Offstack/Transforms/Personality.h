//===- Personality.h - Who runs cleanups in a function -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Chooses the personality routine of a function whose boxes need cleanup
// landing pads.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_PERSONALITY_H
#define OFFSTACK_TRANSFORMS_PERSONALITY_H

namespace llvm {
class Function;
} // namespace llvm

namespace offstack {

/// Returns true if landing pads can be added to \p F: it has a personality
/// that uses them, or none on a target whose default one does. On WebAssembly
/// only another function with landing pads shows that.
bool hasLandingPadPersonality(const llvm::Function &F);

/// Gives \p F a personality if it has none: the one that the rest of the
/// module uses, so that functions can still be inlined into each other, else
/// the target's C personality, which runs cleanups for exceptions of every
/// language and comes with libgcc_s.
void ensurePersonality(llvm::Function &F);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_PERSONALITY_H
