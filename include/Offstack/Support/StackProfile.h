//===- StackProfile.h - Named stack sizes --------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks up the stack sizes of StackProfiles.def, by name and by target.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_SUPPORT_STACKPROFILE_H
#define OFFSTACK_SUPPORT_STACKPROFILE_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace llvm {
class Triple;
}

namespace offstack {

/// Returns the stack size in bytes of the profile \p Name, or nothing.
std::optional<uint64_t> findStackProfile(llvm::StringRef Name);

/// Returns the stack size in bytes that programs for \p Target get by default.
/// Targets without a profile of their own count as Linux with glibc.
uint64_t getDefaultStackSize(const llvm::Triple &Target);

/// Returns the names of all profiles, separated by ", ", for error messages.
std::string listStackProfiles();

} // namespace offstack

#endif // OFFSTACK_SUPPORT_STACKPROFILE_H
