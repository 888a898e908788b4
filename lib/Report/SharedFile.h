//===- SharedFile.h - A file that processes take turns at -------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A report that many compilers add to is read, changed and replaced by one of
// them at a time. The lock is the system's own and on the file itself: it ends
// with the process that holds it, and leaves nothing behind.
//
// llvm::LockFileManager is not used. It takes the lock file of whoever came
// next for that of an owner that has died, and removes it: of 40 compilers,
// now and then one was lost.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_REPORT_SHAREDFILE_H
#define OFFSTACK_LIB_REPORT_SHAREDFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <mutex>

namespace llvm {
class MemoryBuffer;
} // namespace llvm

namespace offstack {

/// A file that nobody else has open as a SharedFile. While it is, it may be
/// replaced by renaming another to its name, and must not be opened in any
/// other way: closing it would end the lock.
class SharedFile {
public:
  /// Opens \p Path, empty if there was none, and waits until it is ours alone.
  /// Fails if it cannot be opened or locked, or is held for minutes.
  static llvm::Expected<SharedFile> open(llvm::StringRef Path);

  SharedFile(SharedFile &&Other);
  SharedFile &operator=(SharedFile &&) = delete;
  ~SharedFile();

  /// Returns what is in the file.
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> read() const;

private:
  explicit SharedFile(std::string Path);

  std::error_code lock();
  bool isCurrent() const;
  void close();

  std::string Path;
  int Descriptor = -1;
  /// The system's locks are between processes, this one is between threads.
  std::unique_lock<std::mutex> InProcess;
};

} // namespace offstack

#endif // OFFSTACK_LIB_REPORT_SHAREDFILE_H
