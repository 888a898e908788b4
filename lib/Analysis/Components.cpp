//===- Components.cpp - Strongly connected components ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tarjan's algorithm with the recursion turned into a list of open visits.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/Components.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offstack {

namespace {

/// One run over a graph.
class ComponentSearch {
public:
  explicit ComponentSearch(const Graph &Nodes)
      : Nodes(Nodes), Order(Nodes.size(), Unvisited), Lowest(Nodes.size(), 0) {}

  std::vector<Component> run() {
    for (unsigned Root = 0; Root < Nodes.size(); ++Root)
      if (Order[Root] == Unvisited)
        search(Root);
    return std::move(Found);
  }

private:
  struct Visit {
    unsigned Node;
    unsigned NextSuccessor;
  };

  void search(unsigned Root) {
    open(Root);
    while (!Visits.empty()) {
      Visit &Top = Visits.back();
      if (Top.NextSuccessor < Nodes[Top.Node].size())
        follow(Top.Node, Nodes[Top.Node][Top.NextSuccessor++]);
      else
        close(Top.Node);
    }
  }

  void open(unsigned Node) {
    Order[Node] = Lowest[Node] = NextOrder++;
    Pending.push_back(Node);
    Visits.push_back({Node, 0});
  }

  void follow(unsigned Node, unsigned Successor) {
    if (Order[Successor] == Unvisited)
      open(Successor);
    else if (Order[Successor] != Done)
      Lowest[Node] = std::min(Lowest[Node], Order[Successor]);
  }

  void close(unsigned Node) {
    Visits.pop_back();
    if (!Visits.empty()) {
      unsigned Parent = Visits.back().Node;
      Lowest[Parent] = std::min(Lowest[Parent], Lowest[Node]);
    }
    if (Lowest[Node] == Order[Node])
      collect(Node);
  }

  /// Takes the component whose first visited node is \p First off the stack.
  void collect(unsigned First) {
    Component Members;
    do {
      Members.push_back(Pending.pop_back_val());
      Order[Members.back()] = Done;
    } while (Members.back() != First);
    sort(Members);
    Found.push_back(std::move(Members));
  }

  static constexpr unsigned Unvisited = ~0u;
  static constexpr unsigned Done = ~0u - 1;

  const Graph &Nodes;
  /// The order of discovery, then Done once the node's component is known.
  std::vector<unsigned> Order;
  /// The earliest discovered node that the node is known to reach.
  std::vector<unsigned> Lowest;
  unsigned NextOrder = 0;
  SmallVector<Visit, 32> Visits;
  SmallVector<unsigned, 32> Pending;
  std::vector<Component> Found;
};

} // namespace

std::vector<Component> computeComponents(const Graph &Nodes) {
  return ComponentSearch(Nodes).run();
}

bool isCyclic(const Component &Members, const Graph &Nodes) {
  return Members.size() > 1 || is_contained(Nodes[Members[0]], Members[0]);
}

bool hasCycle(const Graph &Nodes) {
  return any_of(computeComponents(Nodes), [&](const Component &Members) {
    return isCyclic(Members, Nodes);
  });
}

} // namespace offstack
