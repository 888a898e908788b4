//===- FrameChecks.cpp - Large objects, large frames ----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compares and reports. A function that stays under the limits, as nearly all
// do, costs one walk over its statements and nothing more.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/FrameChecks.h"
#include "Offstack/Clang/Attributes.h"
#include "Offstack/Clang/FrameNotes.h"
#include "Offstack/Clang/IgnoredCode.h"
#include "Offstack/Clang/ScopeOverlap.h"
#include "Offstack/Support/ByteSize.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

static Note getRemedy(const VarDecl &Variable) {
  if (isa<ParmVarDecl>(Variable))
    return Note::LargeLocalByReference;
  return Variable.isConstexpr() ? Note::LargeLocalStatic : Note::LargeLocalHeap;
}

/// Returns the sizes of \p Objects together.
static uint64_t sumSizes(ArrayRef<StackObject> Objects) {
  uint64_t Sum = 0;
  for (const StackObject &Object : Objects)
    Sum = SaturatingAdd(Sum, Object.Size);
  return Sum;
}

bool FrameChecks::isFirstReport(SourceLocation Location, uint64_t Size) {
  return Reported.insert({Location, Size}).second;
}

bool FrameChecks::mayReport(const StackObjects &Objects) const {
  auto IsLarge = [&](const StackObject &Object) {
    return Object.Size > Maximum.Local;
  };
  return any_of(Objects.Locals, IsLarge) ||
         any_of(Objects.Parameters, IsLarge) ||
         sumSizes(Objects.Locals) > Maximum.Frame;
}

/// Reports \p Object of \p Owner if it is large. Returns true if the user hears
/// of it, now or in an earlier instantiation.
bool FrameChecks::checkLocal(const StackObject &Object, const Decl &Owner) {
  const VarDecl &Variable = *Object.Variable;
  SourceLocation Location = Variable.getLocation();
  if (Object.Size <= Maximum.Local ||
      Emitter.isIgnored(Diagnostic::LargeLocal, Location))
    return false;
  if (isIgnored(Ignored, Diagnostic::LargeLocal, Owner, &Variable))
    return false;
  if (!isFirstReport(Location, Object.Size))
    return true;
  {
    DiagnosticBuilder Builder =
        Emitter.report(Diagnostic::LargeLocal, Location);
    Builder << isa<ParmVarDecl>(Variable);
    addVariableName(Builder, Variable);
    Builder << Variable.getType() << formatExactByteSize(Object.Size)
            << formatByteSize(Maximum.Local);
  }
  noteInstantiation(Emitter, Owner);
  Emitter.note(getRemedy(Variable), Location)
      << Context.getLangOpts().CPlusPlus;
  return true;
}

/// Returns true if \p Locals are within the limit when those of scopes that
/// exclude each other share their place.
static bool fitsShared(ArrayRef<StackObject> Locals, const Decl &Owner,
                       uint64_t Limit) {
  return Owner.getBody() &&
         sumSizes(Locals) - computeScopeOverlap(*Owner.getBody(), Locals) <=
             Limit;
}

/// Reports \p Owner if its \p Locals, which it sorts, are large together.
void FrameChecks::reportEstimate(SmallVectorImpl<StackObject> &Locals,
                                 const Decl &Owner) {
  uint64_t Total = sumSizes(Locals);
  SourceLocation Location = Owner.getLocation();
  if (Emitter.isIgnored(Diagnostic::LargeFrame, Location) ||
      (IsOptimised && fitsShared(Locals, Owner, Maximum.Frame)) ||
      !isFirstReport(Location, Total))
    return;
  {
    DiagnosticBuilder Builder =
        Emitter.report(Diagnostic::LargeFrame, Location);
    Builder << 2;
    if (const auto *Function = dyn_cast<NamedDecl>(&Owner))
      Builder << Function;
    else
      Builder << "this block";
    Builder << formatExactByteSize(Total) << formatByteSize(Maximum.Frame);
  }
  noteInstantiation(Emitter, Owner);
  sort(Locals, [](const StackObject &Left, const StackObject &Right) {
    if (Left.Size != Right.Size)
      return Left.Size > Right.Size;
    return Left.Variable->getLocation() < Right.Variable->getLocation();
  });
  ArrayRef<StackObject> Listed =
      ArrayRef<StackObject>(Locals).take_front(ListedObjects);
  for (const StackObject &Object : Listed) {
    DiagnosticBuilder Builder =
        Emitter.note(Note::LargeFrameLocal, Object.Variable->getLocation());
    addVariableName(Builder, *Object.Variable);
    Builder << formatExactByteSize(Object.Size)
            << computePercent(Object.Size, Total);
  }
  ArrayRef<StackObject> Rest =
      ArrayRef<StackObject>(Locals).drop_front(Listed.size());
  if (!Rest.empty())
    Emitter.note(Note::LargeFrameRest, Location)
        << static_cast<unsigned>(Rest.size())
        << formatExactByteSize(sumSizes(Rest));
  if (!IsOptimised)
    noteScopeOverlap(Emitter, Owner, Total);
}

/// Reports \p Owner if its \p Locals, which it sorts, are large together, now
/// or when it is known that no code is generated for it.
void FrameChecks::checkFrame(SmallVector<StackObject, 8> &&Locals,
                             const Decl &Owner) {
  if (sumSizes(Locals) <= Maximum.Frame)
    return;
  if (!LaysOutFrames)
    return reportEstimate(Locals, Owner);
  Deferred.push_back({&Owner, std::move(Locals)});
}

void FrameChecks::reportEstimates(function_ref<bool(const Decl &)> IsEmitted) {
  for (auto &[Owner, Locals] : Deferred)
    if (!IsEmitted(*Owner))
      reportEstimate(Locals, *Owner);
  Deferred.clear();
}

bool FrameChecks::isExcused(const VarDecl &Variable) const {
  if (Told.contains(&Variable))
    return true;
  std::optional<UserRequest> Request = findRequestForVariable(Variable);
  if (Request && Request->Kind == UserAttribute::Keep)
    return true;
  const Decl *Owner = findOwner(Variable);
  return Owner && isIgnored(Ignored, Diagnostic::LargeFrame, *Owner, &Variable);
}

/// Returns true if the user asked to keep \p Object, and so not to hear of it.
static bool isKeptByUser(const StackObject &Object) {
  std::optional<UserRequest> Request = findRequestForVariable(*Object.Variable);
  return Request && Request->Kind == UserAttribute::Keep;
}

SmallVector<const Decl *, 2> FrameChecks::check(const Decl &Owner) {
  StackObjects Objects = collectStackObjects(Owner, Context, Precision::Quick);
  if (mayReport(Objects)) {
    // A closer look costs time and can only take objects away.
    Objects = collectStackObjects(Owner, Context, Precision::Exact);
    erase_if(Objects.Parameters, isKeptByUser);
    erase_if(Objects.Locals, isKeptByUser);
    for (const StackObject &Parameter : Objects.Parameters)
      checkLocal(Parameter, Owner);
    erase_if(Objects.Locals, [&](const StackObject &Local) {
      if (!checkLocal(Local, Owner))
        return false;
      Told.insert(Local.Variable);
      return true;
    });
    // The list notes what it is asked: it is asked only where that matters.
    if (sumSizes(Objects.Locals) > Maximum.Frame &&
        !Emitter.isIgnored(Diagnostic::LargeFrame, Owner.getLocation()))
      erase_if(Objects.Locals, [&](const StackObject &Local) {
        return isIgnored(Ignored, Diagnostic::LargeFrame, Owner,
                         Local.Variable);
      });
    checkFrame(std::move(Objects.Locals), Owner);
  }
  return std::move(Objects.Nested);
}

} // namespace offstack
