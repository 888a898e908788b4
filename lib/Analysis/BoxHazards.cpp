//===- BoxHazards.cpp - Why an object stays on the stack ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// x
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/BoxHazards.h"
using namespace llvm;
namespace offstack {
ModuleHazards::ModuleHazards(const Module &M) {}
std::optional<HazardHit> ModuleHazards::find(const Function &F) const {
  return std::nullopt;
}
std::optional<HazardHit> findFunctionHazard(const Function &F,
                                            const TargetLibraryInfo &TLI,
                                            const ModuleHazards &InModule) {
  return std::nullopt;
}
std::optional<HazardHit> findObjectHazard(const AllocaInst &AI) {
  return std::nullopt;
}
} // namespace offstack
