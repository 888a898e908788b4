//===- WholeFile.cpp - Writes files at once -------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The errors of a stream are asked for: its destructor would end the program.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/WholeFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

/// Returns true if another file can take the place of \p Path: there is none,
/// or a plain one.
static bool isReplaceable(StringRef Path) {
  sys::fs::file_status Status;
  return sys::fs::status(Path, Status, /*follow=*/false) ||
         Status.type() == sys::fs::file_type::regular_file;
}

/// Flushes \p Stream and returns what has gone wrong with it.
static std::error_code finish(raw_fd_ostream &Stream) {
  Stream.flush();
  std::error_code Failure = Stream.error();
  Stream.clear_error();
  return Failure;
}

static std::error_code writeInPlace(StringRef Path, StringRef Text) {
  std::error_code Failure;
  raw_fd_ostream Stream(Path, Failure);
  if (Failure)
    return Failure;
  Stream << Text;
  return finish(Stream);
}

Error writeWholeFile(StringRef Path, StringRef Text) {
  if (!isReplaceable(Path))
    return errorCodeToError(writeInPlace(Path, Text));
  Expected<sys::fs::TempFile> File =
      sys::fs::TempFile::create(Path + ".%%%%%%%%.tmp");
  if (!File)
    return File.takeError();
  raw_fd_ostream Stream(File->FD, /*shouldClose=*/false);
  Stream << Text;
  if (std::error_code Failure = finish(Stream)) {
    consumeError(File->discard());
    return errorCodeToError(Failure);
  }
  return File->keep(Path);
}

} // namespace offstack
