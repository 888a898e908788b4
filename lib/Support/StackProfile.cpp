//===- StackProfile.cpp - Named stack sizes -------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Expands StackProfiles.def.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/StackProfile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace offstack {

namespace {
struct StackProfile {
  StringRef Name;
  uint64_t Bytes;
};
} // namespace

static const StackProfile StackProfiles[] = {
#define OFFSTACK_STACK_PROFILE(Name, Bytes, Source) {Name, Bytes},
#include "Offstack/Registry/StackProfiles.def"
};

std::optional<uint64_t> findStackProfile(StringRef Name) {
  for (const StackProfile &Profile : StackProfiles)
    if (Profile.Name == Name)
      return Profile.Bytes;
  return std::nullopt;
}

static StringRef getDefaultProfileName(const Triple &Target) {
  if (Target.isOSEmscripten())
    return "emscripten";
  if (Target.isOSWindows())
    return "windows";
  if (Target.isOSDarwin())
    return "macos";
  if (Target.isMusl())
    return "musl";
  return "glibc";
}

uint64_t getDefaultStackSize(const Triple &Target) {
  return *findStackProfile(getDefaultProfileName(Target));
}

std::string listStackProfiles() {
  ListSeparator Separator;
  std::string Names;
  for (const StackProfile &Profile : StackProfiles)
    (Names += StringRef(Separator)) += Profile.Name;
  return Names;
}

} // namespace offstack
