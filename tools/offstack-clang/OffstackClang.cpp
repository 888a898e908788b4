//===- OffstackClang.cpp - The plugin for clang ---------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers the plugin action `offstack`.
//
//===----------------------------------------------------------------------===//

