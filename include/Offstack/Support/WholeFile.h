//===- WholeFile.h - Writes files at once -----------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A reader never sees half of a file: it is written under another name and then
// renamed. llvm::writeToOutput does so too, but ends the program on a full
// disk, and puts a file in the place of /dev/stdout.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_SUPPORT_WHOLEFILE_H
#define OFFSTACK_SUPPORT_WHOLEFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace offstack {

/// Makes \p Path a file with \p Text. What is there and no plain file, as a
/// device, a pipe or a symbolic link, stays and is written to. Fails with the
/// reason, without the name, when that cannot be done.
llvm::Error writeWholeFile(llvm::StringRef Path, llvm::StringRef Text);

} // namespace offstack

#endif // OFFSTACK_SUPPORT_WHOLEFILE_H
