//===- ProcessPool.h - Runs many processes ----------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs commands side by side, a given number at a time, and stops them all when
// it is interrupted.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_PROCESSPOOL_H
#define OFFSTACK_TOOL_PROCESSPOOL_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace offstack {

/// A command to run.
struct Job {
  /// The program, as an absolute path.
  std::string Program;
  /// What it is called with, its name first.
  std::vector<std::string> Words;
  /// Where it runs.
  std::string Directory;
  /// The file that its output and its messages go to.
  std::string Output;
};

/// What became of a job.
struct JobResult {
  /// The job's position in the list.
  size_t Index;
  /// The exit code; negative when it was killed or could not be started.
  int ExitCode;
  /// Why it could not be started, or how it was killed.
  std::string Error;
};

/// Runs a list of jobs, which may grow while they run.
class ProcessPool {
public:
  /// \p Width jobs run at a time; at least one.
  explicit ProcessPool(unsigned Width) : Width(Width) {}

  /// Adds \p J behind the others and returns its position.
  size_t add(Job J);

  /// Runs all jobs. \p OnStart and \p OnEnd are called in this thread; the
  /// latter may add jobs. Returns false when it was interrupted (SIGINT,
  /// SIGTERM, SIGHUP): then all that ran has been killed.
  bool run(llvm::function_ref<void(size_t)> OnStart,
           llvm::function_ref<void(const JobResult &)> OnEnd);

private:
  const unsigned Width;
  std::vector<Job> Jobs;
};

} // namespace offstack

#endif // OFFSTACK_TOOL_PROCESSPOOL_H
