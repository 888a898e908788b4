//===- SharedFile.cpp - A file that processes take turns at ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Locks the file, then looks whether it still has its name: the one before may
// have put a new file in its place.
//
//===----------------------------------------------------------------------===//

#include "SharedFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace offstack {

/// How long to wait for one other that has the file.
static constexpr std::chrono::minutes LongestWait(2);

static std::mutex &getMutex() {
  static std::mutex Mutex;
  return Mutex;
}

SharedFile::SharedFile(std::string Path)
    : Path(std::move(Path)), InProcess(getMutex()) {}

SharedFile::SharedFile(SharedFile &&Other)
    : Path(std::move(Other.Path)),
      Descriptor(std::exchange(Other.Descriptor, -1)),
      InProcess(std::move(Other.InProcess)) {}

SharedFile::~SharedFile() { close(); }

void SharedFile::close() {
  if (Descriptor < 0)
    return;
  sys::fs::file_t Handle =
      sys::fs::convertFDToNativeFile(std::exchange(Descriptor, -1));
  // Nothing was written to it that could be lost.
  (void)sys::fs::closeFile(Handle);
}

std::error_code SharedFile::lock() {
  if (std::error_code Failure = sys::fs::openFileForReadWrite(
          Path, Descriptor, sys::fs::CD_OpenAlways, sys::fs::OF_None))
    return Failure;
  return sys::fs::tryLockFile(Descriptor, LongestWait);
}

/// Returns true if the file that is open is the one that has the name.
bool SharedFile::isCurrent() const {
  sys::fs::file_status Opened, Named;
  return !sys::fs::status(Descriptor, Opened) &&
         !sys::fs::status(Path, Named) && sys::fs::equivalent(Opened, Named);
}

Expected<SharedFile> SharedFile::open(StringRef Path) {
  SharedFile File(Path.str());
  do {
    File.close();
    std::error_code Failure = File.lock();
    if (Failure == std::errc::no_lock_available)
      return createStringError("another process has locked it, or it cannot be "
                               "locked; where many write, name a folder, as "
                               "'reports/'");
    if (Failure)
      return errorCodeToError(Failure);
  } while (!File.isCurrent());
  return File;
}

Expected<std::unique_ptr<MemoryBuffer>> SharedFile::read() const {
  auto Buffer = MemoryBuffer::getOpenFile(
      sys::fs::convertFDToNativeFile(Descriptor), Path, /*FileSize=*/-1,
      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return errorCodeToError(Buffer.getError());
  return std::move(*Buffer);
}

} // namespace offstack
