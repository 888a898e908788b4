//===- Hazards.cpp - The table of hazards ---------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Expands Hazards.def.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Registry/Hazards.h"

using namespace llvm;

namespace offstack {

static const HazardRow HazardRows[] = {
#define OFFSTACK_HAZARD(Id, Name, Reason) {Hazard::Id, Name, Reason},
#include "Offstack/Registry/Hazards.def"
};

ArrayRef<HazardRow> getHazardRows() { return HazardRows; }

const HazardRow &getHazardRow(Hazard Id) {
  return HazardRows[static_cast<unsigned>(Id)];
}

} // namespace offstack
