//===- Components.h - Strongly connected components ----------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Cycles of graphs whose nodes are numbers: call graphs, flow graphs, and the
// parts of them that an analysis is left with. llvm::scc_iterator needs a graph
// that knows itself from one entry node; these have many.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_COMPONENTS_H
#define OFFSTACK_ANALYSIS_COMPONENTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <vector>

namespace offstack {

/// The successors of each node, which is an index into the list.
using Graph = std::vector<llvm::SmallVector<unsigned, 4>>;

/// Nodes that all reach each other, ascending.
using Component = llvm::SmallVector<unsigned, 2>;

/// Returns the strongly connected components of \p Nodes, each behind those
/// that it leads to: of a call graph, callees come first. Takes linear time and
/// no stack; equal graphs give equal lists.
std::vector<Component> computeComponents(const Graph &Nodes);

/// Returns true if \p Members has a cycle, as a component of one node has only
/// with an edge to itself.
bool isCyclic(const Component &Members, const Graph &Nodes);

/// Returns true if any node of \p Nodes lies on a cycle.
bool hasCycle(const Graph &Nodes);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_COMPONENTS_H
