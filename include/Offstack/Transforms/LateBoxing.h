//===- LateBoxing.h - Boxes where no pipeline has run --------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A link with ThinLTO at -O0 builds a pipeline without any extension point: no
// pass of a plugin runs. Code generation is the one place left.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_LATEBOXING_H
#define OFFSTACK_TRANSFORMS_LATEBOXING_H

#include "Offstack/Transforms/PassRegistration.h"

namespace offstack {

/// Adds `offstack-box`, with the options of \p Source and of the environment,
/// in front of every code generator that is set up from now on. It leaves alone
/// each module that a pipeline of registerOffstackPipeline() has seen.
///
/// To be called where a host registers the plugin, which it does before it sets
/// up code generation. A second call does nothing. Thread safe. \p MakeWrapper,
/// if there is one, gives each module a wrapper that adds the passes.
void registerLateBoxing(OptionSource Source,
                        PassWrapper (*MakeWrapper)() = nullptr);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_LATEBOXING_H
