//===- CMakeOptions.h - The options as CMake sees them -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints the names of the options for the CMake package, so that its function
// offstack_target() takes each row of Options.def as an argument.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REGISTRY_CMAKEOPTIONS_H
#define OFFSTACK_REGISTRY_CMAKEOPTIONS_H

namespace llvm {
class raw_ostream;
}

namespace offstack {

/// Prints to \p OS one CMake list of all options, and one of those without a
/// value, of those with several, of those that name a file to read, and of those
/// that name what is written.
void printCMakeOptions(llvm::raw_ostream &OS);

} // namespace offstack

#endif // OFFSTACK_REGISTRY_CMAKEOPTIONS_H
