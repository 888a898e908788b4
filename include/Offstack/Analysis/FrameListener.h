//===- FrameListener.h - Hear of every finished frame --------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Frames are laid out late in code generation, by a pass that nothing outside
// of LLVM can stand behind in a pipeline. This hands each frame to whoever
// compiles, and changes no code.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_FRAMELISTENER_H
#define OFFSTACK_ANALYSIS_FRAMELISTENER_H

#include <memory>

namespace llvm {
class MachineFunction;
class Module;
} // namespace llvm

namespace offstack {

/// Hears of the frames of one module.
class FrameListener {
public:
  virtual ~FrameListener() = default;

  /// Called for each function when its frame is laid out, after the prologue is
  /// inserted.
  virtual void hearFrame(const llvm::MachineFunction &MF) = 0;

  /// Called when all functions of \p M have their code.
  virtual void hearEnd(const llvm::Module &M) = 0;
};

/// Has \p Listener hear of the frames of the module that the calling thread
/// generates code for next. A listener that is gone by then hears nothing.
void listenToFrames(std::weak_ptr<FrameListener> Listener);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_FRAMELISTENER_H
