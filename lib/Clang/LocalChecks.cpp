//===- LocalChecks.cpp - Objects that are large alone ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An object over 'local' is large wherever it is. One that is only over
// 'recursive-local' is large if its function is in a cycle of calls.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/LocalChecks.h"
#include "Offstack/Clang/Attributes.h"
#include "Offstack/Clang/FunctionFacts.h"
#include "Offstack/Clang/IgnoredCode.h"
#include "Offstack/Clang/SizeBounds.h"
#include "Offstack/Clang/SizeConditions.h"
#include "Offstack/Support/ByteSize.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns true if the user asked to keep objects of \p Owner, or the variable
/// \p Variable, which may be null, and so not to hear of them.
static bool isKeptByUser(const Decl &Owner, const VarDecl *Variable) {
  return asksToKeep(Variable ? findRequestForVariable(*Variable)
                             : findUserRequest(Owner));
}

bool LocalChecks::mayReport(const StackObjects &Objects) const {
  uint64_t Least = std::min(Maximum.Local, Maximum.RecursiveLocal);
  auto IsLarge = [&](const StackObject &Object) { return Object.Size > Least; };
  return any_of(Objects.Locals, IsLarge) ||
         any_of(Objects.Parameters, IsLarge) ||
         Objects.LargestTemporary > Least || !Objects.Dynamic.empty();
}

/// Returns true if the user states the depth of the recursion, and the objects
/// of all levels are within the limit of a frame.
static bool isShallow(const LargeObject &Object) {
  std::optional<uint64_t> Depth = findMaxDepth(*Object.Owner);
  return Depth && *Depth <= Object.Maximum.Frame / Object.Size;
}

/// Has \p Object reported if it is large. Returns true if the user certainly
/// hears of it.
bool LocalChecks::checkObject(const LargeObject &Object) {
  bool IsLargeAnywhere = Object.Size > Maximum.Local;
  if (Object.Size <= std::min(Maximum.Local, Maximum.RecursiveLocal) ||
      Emitter.isIgnored(Object.getDiagnostic(), Object.getLocation()) ||
      isKeptByUser(*Object.Owner, Object.Variable))
    return false;
  if (IsLargeAnywhere && isIgnored(Ignored, Object.getDiagnostic(),
                                   *Object.Owner, Object.Variable))
    return false;
  bool IsParameter = isa_and_nonnull<ParmVarDecl>(Object.Variable);
  auto Report = [this, Object, IsLargeAnywhere](const FunctionDecl *Recursive) {
    if (!IsLargeAnywhere &&
        (!Recursive || Object.Size <= Object.Maximum.RecursiveLocal ||
         isIgnored(Ignored, Object.getDiagnostic(), *Object.Owner,
                   Object.Variable)))
      return;
    if (Recursive && !IsLargeAnywhere && isShallow(Object))
      return;
    Reporter.report(Object, Recursive);
  };
  std::optional<uint64_t> Size;
  if (!Object.IsUpperBound)
    Size = Object.Size;
  Pending.add(
      {Object.Owner,
       Object.Variable ? Object.Variable->getLocation() : SourceLocation(),
       Size, /*IsMovable=*/!IsParameter, std::move(Report)});
  return IsLargeAnywhere;
}

/// A bound of more stacks than these was not meant for the stack: it is a test
/// for overflow, as of `n > INT_MAX / 4`.
static constexpr uint64_t OverflowTestStacks = 16;

/// Returns the location of \p Object.
static SourceLocation getLocation(const DynamicObject &Object) {
  return Object.Variable ? Object.Variable->getLocation()
                         : Object.Alloca->getExprLoc();
}

bool LocalChecks::isSilenced(const DynamicObject &Object, const Decl &Owner,
                             Diagnostic Id) const {
  return Emitter.isIgnored(Id, getLocation(Object)) ||
         isKeptByUser(Owner, Object.Variable) ||
         isIgnored(Ignored, Id, Owner, Object.Variable);
}

void LocalChecks::reportDynamic(const DynamicObject &Object, const Decl &Owner,
                                Diagnostic Id) {
  if (isSilenced(Object, Owner, Id))
    return;
  auto Report = [this, Object, &Owner, Id,
                 StackBytes = Maximum.StackSize](const FunctionDecl *) {
    SourceLocation Location = getLocation(Object);
    if (!ReportedDynamic.insert(Location).second)
      return;
    FindingFacts Facts =
        Object.Variable ? makeFacts(Owner, *Object.Variable) : makeFacts(Owner);
    Facts.StackBytes = StackBytes;
    Emitter.describe(std::move(Facts));
    if (Id == Diagnostic::UnboundedAlloca) {
      DiagnosticBuilder Builder = Emitter.report(Id, Location);
      Builder << (Object.Variable != nullptr);
      if (Object.Variable)
        addVariableName(Builder, *Object.Variable);
      else
        Builder << "";
      Builder << formatByteSize(StackBytes);
    } else {
      Emitter.report(Id, Location);
    }
    noteInstantiation(Emitter, Owner);
    if (Id == Diagnostic::UnboundedAlloca)
      Emitter.note(Note::UnboundedAllocaTest, Location)
          << Context.getLangOpts().CPlusPlus << Emitter.isBoxing();
    else
      Emitter.note(Note::AllocaInLoopBefore, Location);
  };
  Pending.add(
      {&Owner,
       Object.Variable ? Object.Variable->getLocation() : SourceLocation(),
       std::nullopt, /*IsMovable=*/true, std::move(Report)});
}

void LocalChecks::checkBounded(const DynamicObject &Object, const Decl &Owner,
                               uint64_t Bytes, bool IsExact) {
  LargeObject Large{&Owner, Object.Variable, Object.Alloca, Bytes, Maximum};
  Large.IsUpperBound = !IsExact;
  checkObject(Large);
}

void LocalChecks::checkDynamic(const DynamicObject &Object, const Decl &Owner,
                               const SizeBounds &Bounds) {
  auto FindBytes = [&](Evidence Accepted) {
    return Object.Variable
               ? Bounds.findMostBytes(Object.Variable->getType(), Accepted)
               : Bounds.findGreatest(*Object.Alloca->getArg(0), Accepted);
  };
  std::optional<uint64_t> Bytes = FindBytes(Evidence::Any);
  std::optional<uint64_t> Times =
      Object.Alloca ? Bounds.findRepetitions(*Object.Alloca) : 1;
  // A loop that takes little altogether is none to tell of.
  if (Times != 1 &&
      (!Times || !Bytes || SaturatingMultiply(*Bytes, *Times) > Maximum.Local))
    return reportDynamic(Object, Owner, Diagnostic::AllocaInLoop);
  std::optional<uint64_t> Stated = FindBytes(Evidence::Stated);
  bool IsExact =
      Object.Alloca && findConstant(*Object.Alloca->getArg(0), Context);
  if (Stated && (IsExact || *Stated / OverflowTestStacks <= Maximum.StackSize))
    return checkBounded(Object, Owner, *Stated, IsExact);
  if (!Bytes || *Bytes > Maximum.Local)
    reportDynamic(Object, Owner, Diagnostic::UnboundedAlloca);
}

void LocalChecks::check(StackObjects &Objects, const Decl &Owner) {
  auto Check = [&](const StackObject &Object) {
    return checkObject(
        {&Owner, Object.Variable, nullptr, Object.Size, Maximum});
  };
  for_each(Objects.Parameters, Check);
  erase_if(Objects.Locals, Check);
  for (const StackTemporary &Temporary : Objects.Temporaries)
    checkObject({&Owner, nullptr, Temporary.Origin, Temporary.Size, Maximum,
                 Temporary.Form, Temporary.Parameter});
  if (Objects.Dynamic.empty())
    return;
  SizeBounds Bounds(Owner, Context);
  for (const DynamicObject &Object : Objects.Dynamic)
    checkDynamic(Object, Owner, Bounds);
}

} // namespace offstack
