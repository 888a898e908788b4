//===- CompilerKind.cpp - The compilers that are wrapped ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table of commands, and the names of compilers.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/CompilerKind.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offstack {

// The name with the version first: the other may be of any LLVM.
static const StringRef CPrograms[] = {"clang-22", "clang"};
static const StringRef CxxPrograms[] = {"clang++-22", "clang++"};
static const StringRef RustPrograms[] = {"rustc"};
static const StringRef FortranPrograms[] = {"flang-22", "flang"};

static const CompilerRow Rows[] = {
    {"cc", CompilerKind::Clang, "OFFSTACK_CC", CPrograms,
     "compile C with clang: warn, and box with --box"},
    {"c++", CompilerKind::Clang, "OFFSTACK_CXX", CxxPrograms,
     "compile C++ with clang++: warn, and box with --box"},
    {"rustc", CompilerKind::Rustc, "OFFSTACK_RUSTC", RustPrograms,
     "compile Rust with rustc: box, unless --box=false"},
    {"flang", CompilerKind::Flang, "OFFSTACK_FC", FortranPrograms,
     "compile Fortran with flang: box, unless --box=false"},
};

ArrayRef<CompilerRow> getCompilerRows() { return Rows; }

const CompilerRow *findCompilerRow(StringRef Command) {
  const CompilerRow *Row =
      find_if(Rows, [&](const CompilerRow &R) { return R.Command == Command; });
  return Row == std::end(Rows) ? nullptr : Row;
}

/// Returns \p Name without a version at its end: "clang-22", "clang-22.1".
static StringRef dropVersion(StringRef Name) {
  StringRef Rest = Name.rtrim("0123456789.");
  return Rest.size() != Name.size() && Rest.consume_back("-") ? Rest : Name;
}

std::optional<CompilerKind> findCompilerKind(StringRef Program) {
  StringRef Name = sys::path::filename(Program);
  Name.consume_back(".exe");
  if (Name == "clippy-driver")
    return CompilerKind::Rustc;
  Name = dropVersion(Name);
  if (Name == "flang-new")
    return CompilerKind::Flang;
  // What stands before the last dash is a target.
  if (Name.contains('-'))
    Name = Name.rsplit('-').second;
  return StringSwitch<std::optional<CompilerKind>>(Name)
      .Cases({"clang", "clang++"}, CompilerKind::Clang)
      .Case("flang", CompilerKind::Flang)
      .Case("rustc", CompilerKind::Rustc)
      .Default(std::nullopt);
}

} // namespace offstack
