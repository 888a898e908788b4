//===- FrameListener.cpp - Hear of every finished frame -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A machine pass, behind the one that lays frames out.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/FrameListener.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/Target/RegisterTargetPassConfigCallback.h"

using namespace llvm;

namespace offstack {

namespace {

/// Passes on what it sees.
class FrameReader : public MachineFunctionPass {
public:
  static char ID;

  explicit FrameReader(std::shared_ptr<FrameListener> Listener)
      : MachineFunctionPass(ID), Listener(std::move(Listener)) {}

  bool runOnMachineFunction(MachineFunction &MF) override {
    Listener->hearFrame(MF);
    return false;
  }

  bool doFinalization(Module &M) override {
    Listener->hearEnd(M);
    return false;
  }

  void getAnalysisUsage(AnalysisUsage &Usage) const override {
    Usage.setPreservesAll();
    MachineFunctionPass::getAnalysisUsage(Usage);
  }

  StringRef getPassName() const override { return "Offstack frame reader"; }

private:
  std::shared_ptr<FrameListener> Listener;
};

} // namespace

char FrameReader::ID = 0;

/// Who hears of the next module of this thread. A host compiles each module in
/// one thread, from its pipeline to its code.
static std::weak_ptr<FrameListener> &nextListener() {
  static thread_local std::weak_ptr<FrameListener> Next;
  return Next;
}

static void addFrameReader(TargetMachine &, PassManagerBase &,
                           TargetPassConfig *Config) {
  if (std::shared_ptr<FrameListener> Listener = nextListener().lock())
    Config->insertPass(&PrologEpilogCodeInserterID, new FrameReader(Listener));
  nextListener().reset();
}

void listenToFrames(std::weak_ptr<FrameListener> Listener) {
  nextListener() = std::move(Listener);
  // Never destroyed: LLVM may still go through its list when the process ends.
  static const auto *Callback =
      new RegisterTargetPassConfigCallback(addFrameReader);
  (void)Callback;
}

} // namespace offstack
