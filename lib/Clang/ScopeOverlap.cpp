//===- ScopeOverlap.cpp - What scopes could share -------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A walk that adds up a scope when all in it is seen. It has a stack of its
// own: statements may be nested as deep as someone's generator likes.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/ScopeOverlap.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns true if a variable that is declared right under \p S is gone behind
/// it.
static bool isScope(const Stmt &S) {
  return isa<CompoundStmt, ForStmt, WhileStmt, DoStmt, IfStmt, SwitchStmt,
             CXXForRangeStmt, CXXCatchStmt>(S);
}

namespace {

/// A statement of which some children have been seen.
struct OpenStatement {
  const Stmt *Statement;
  /// Children still to be looked at, the next one last.
  SmallVector<const Stmt *, 4> Children;
  /// Bytes of the variables that live to the end of the scope around it.
  uint64_t OwnBytes = 0;
  /// Bytes of the largest scope in it.
  uint64_t InnerBytes = 0;

  explicit OpenStatement(const Stmt &S) : Statement(&S) {
    for (const Stmt *Child : S.children())
      if (Child)
        Children.push_back(Child);
  }
};

} // namespace

/// Returns the bytes of what \p S itself declares, of the variables in \p
/// Sizes.
static uint64_t
sumDeclared(const Stmt &S,
            const SmallDenseMap<const VarDecl *, uint64_t, 16> &Sizes) {
  uint64_t Bytes = 0;
  if (const auto *Declarations = dyn_cast<DeclStmt>(&S))
    for (const Decl *D : Declarations->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        Bytes += Sizes.lookup(Variable);
  if (const auto *Catch = dyn_cast<CXXCatchStmt>(&S))
    Bytes += Sizes.lookup(Catch->getExceptionDecl());
  return Bytes;
}

/// Takes \p Closed, which has no children left, into the statement \p Outer.
static void close(const OpenStatement &Closed, OpenStatement &Outer) {
  uint64_t Inner = Closed.InnerBytes;
  if (isScope(*Closed.Statement))
    Inner += Closed.OwnBytes;
  else
    Outer.OwnBytes += Closed.OwnBytes;
  Outer.InnerBytes = std::max(Outer.InnerBytes, Inner);
}

uint64_t computeScopeOverlap(const Stmt &Body, ArrayRef<StackObject> Locals) {
  SmallDenseMap<const VarDecl *, uint64_t, 16> Sizes;
  uint64_t AllBytes = 0;
  for (const StackObject &Local : Locals) {
    Sizes[Local.Variable] = Local.Size;
    AllBytes += Local.Size;
  }
  SmallVector<OpenStatement, 16> Open;
  Open.emplace_back(Body);
  while (true) {
    OpenStatement &Last = Open.back();
    if (!Last.Children.empty()) {
      const Stmt *Child = Last.Children.pop_back_val();
      Open.emplace_back(*Child);
      Open.back().OwnBytes = sumDeclared(*Child, Sizes);
      continue;
    }
    OpenStatement Closed = std::move(Last);
    Open.pop_back();
    if (Open.empty())
      return AllBytes - std::min(AllBytes, Closed.OwnBytes + Closed.InnerBytes);
    close(Closed, Open.back());
  }
}

} // namespace offstack
