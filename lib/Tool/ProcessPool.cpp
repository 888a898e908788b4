//===- ProcessPool.cpp - Runs many processes ------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Starts, polls and kills. One thread is enough: it only waits.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/ProcessPool.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/Signals.h"
#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

using namespace llvm;

namespace offstack {

/// How long to wait before looking again which jobs have ended: little beside
/// the tenths of a second that a compilation takes.
static constexpr std::chrono::milliseconds PollInterval(5);

static std::atomic<bool> IsInterrupted = false;

namespace {
struct RunningJob {
  size_t Index;
  sys::ProcessInfo Process;
};
} // namespace

/// Starts \p J in a session of its own, so that it can be killed with what it
/// starts itself. Returns nothing and says why in \p Reason if it cannot.
static std::optional<sys::ProcessInfo> start(const Job &J,
                                             std::string &Reason) {
  // A child starts in the folder of its parent.
  SmallString<256> Here;
  if (std::error_code Code = sys::fs::current_path(Here)) {
    Reason = Code.message();
    return std::nullopt;
  }
  if (std::error_code Code = sys::fs::set_current_path(J.Directory)) {
    Reason = "cannot enter '" + J.Directory + "': " + Code.message();
    return std::nullopt;
  }
  SmallVector<StringRef, 64> Words(J.Words.begin(), J.Words.end());
  std::optional<StringRef> Redirects[] = {StringRef(), StringRef(J.Output),
                                          StringRef(J.Output)};
  bool Failed = false;
  sys::ProcessInfo Process = sys::ExecuteNoWait(
      J.Program, Words, std::nullopt, Redirects, /*MemoryLimit=*/0, &Reason,
      &Failed, /*AffinityMask=*/nullptr, /*DetachProcess=*/true);
  if (std::error_code Code = sys::fs::set_current_path(Here))
    Reason = Code.message();
  if (Failed)
    return std::nullopt;
  return Process;
}

size_t ProcessPool::add(Job J) {
  Jobs.push_back(std::move(J));
  return Jobs.size() - 1;
}

/// Kills what runs, and waits until it is gone.
static void killAll(ArrayRef<RunningJob> Running) {
  for (const RunningJob &One : Running) {
    ::kill(-One.Process.Pid, SIGTERM);
    sys::Wait(One.Process, std::nullopt);
  }
}

bool ProcessPool::run(function_ref<void(size_t)> OnStart,
                      function_ref<void(const JobResult &)> OnEnd) {
  IsInterrupted = false;
  sys::SetInterruptFunction([] { IsInterrupted = true; });
  std::vector<RunningJob> Running;
  size_t Next = 0;
  while (!IsInterrupted && (Next != Jobs.size() || !Running.empty())) {
    while (Next != Jobs.size() && Running.size() < Width) {
      const size_t Index = Next++;
      OnStart(Index);
      std::string Reason;
      if (auto Process = start(Jobs[Index], Reason))
        Running.push_back({Index, *Process});
      else
        OnEnd({Index, -1, Reason});
    }
    std::vector<JobResult> Ended;
    erase_if(Running, [&](const RunningJob &One) {
      std::string Reason;
      sys::ProcessInfo Now = sys::Wait(One.Process, 0, &Reason, nullptr,
                                       /*Polling=*/true);
      if (!Now.Pid)
        return false;
      Ended.push_back({One.Index, Now.ReturnCode, Reason});
      return true;
    });
    for (const JobResult &Result : Ended)
      OnEnd(Result);
    if (Ended.empty())
      std::this_thread::sleep_for(PollInterval);
  }
  killAll(Running);
  sys::SetInterruptFunction(nullptr);
  return !IsInterrupted;
}

} // namespace offstack
