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
#include "Offstack/Clang/FunctionFacts.h"
#include "Offstack/Clang/IgnoredCode.h"
#include "Offstack/Clang/ScopeOverlap.h"
#include "Offstack/Support/ByteSize.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

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

/// Returns what the frame of \p Owner consists of; \p Locals are sorted.
static FindingFacts describeFrame(ArrayRef<StackObject> Locals,
                                  const Decl &Owner, const Limits &Maximum) {
  FindingFacts Facts = makeFacts(Owner);
  Facts.Bytes = sumSizes(Locals);
  Facts.LimitBytes = Maximum.Frame;
  Facts.StackBytes = Maximum.StackSize;
  const SourceManager &Sources = Owner.getASTContext().getSourceManager();
  for (const StackObject &Local : Locals)
    Facts.Parts.push_back({FramePartKind::Variable,
                           Local.Variable->getNameAsString(), Local.Size,
                           findPlace(Sources, Local.Variable->getLocation()),
                           /*InlinedFrom=*/""});
  return Facts;
}

/// Returns true if \p Locals are within the limit when those of scopes that
/// exclude each other share their place.
static bool fitsShared(ArrayRef<StackObject> Locals, const Decl &Owner,
                       uint64_t Limit) {
  return Owner.getBody() &&
         sumSizes(Locals) - computeScopeOverlap(*Owner.getBody(), Locals) <=
             Limit;
}

/// Reports \p Owner, whose \p Locals, which it sorts, are large together.
void FrameChecks::reportEstimate(SmallVectorImpl<StackObject> &Locals,
                                 const Decl &Owner) {
  Maximum = Default.replace(findBudget(Owner));
  uint64_t Total = sumSizes(Locals);
  SourceLocation Location = Owner.getLocation();
  bool IsOptimised = CI.getCodeGenOpts().OptimizationLevel > 0;
  if (Emitter.isIgnored(Diagnostic::LargeFrame, Location) ||
      (IsOptimised && fitsShared(Locals, Owner, Maximum.Frame)) ||
      !isFirstReport(Location, Total))
    return;
  sort(Locals, [](const StackObject &Left, const StackObject &Right) {
    if (Left.Size != Right.Size)
      return Left.Size > Right.Size;
    return Left.Variable->getLocation() < Right.Variable->getLocation();
  });
  Emitter.describe(describeFrame(Locals, Owner, Maximum));
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
  noteBudget(Emitter, Owner);
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

/// Reports \p Owner if its \p Locals are large together, now or when it is
/// known that no code is generated for it.
void FrameChecks::checkFrame(SmallVector<StackObject, 8> &&Locals,
                             const Decl &Owner) {
  if (sumSizes(Locals) <= Maximum.Frame)
    return;
  if (LaysOutFrames)
    Deferred.push_back({&Owner, std::move(Locals)});
  else
    reportEstimate(Locals, Owner);
}

void FrameChecks::reportEstimates(function_ref<bool(const Decl &)> IsEmitted) {
  for (auto &[Owner, Locals] : Deferred)
    if (!IsEmitted(*Owner))
      reportEstimate(Locals, *Owner);
  Deferred.clear();
}

bool FrameChecks::isExcused(const VarDecl &Variable, bool IsRecursive) const {
  if (Told.contains(&Variable))
    return true;
  if (asksToKeep(findRequestForVariable(Variable)))
    return true;
  const Decl *Owner = findOwner(Variable);
  if (!Owner)
    return false;
  // What large-local holds to another limit in a recursive function.
  uint64_t Limit = Default.replace(findBudget(*Owner)).RecursiveLocal;
  auto Bytes = Context.getTypeSizeInChars(Variable.getType()).getQuantity();
  return (IsRecursive && static_cast<uint64_t>(Bytes) > Limit &&
          !Emitter.isIgnored(Diagnostic::LargeLocal, Variable.getLocation()) &&
          !isIgnored(Ignored, Diagnostic::LargeLocal, *Owner, &Variable)) ||
         isIgnored(Ignored, Diagnostic::LargeFrame, *Owner, &Variable);
}

SmallVector<uint64_t, 2>
FrameChecks::findToldTemporaries(const Decl &Owner) const {
  SmallVector<uint64_t, 2> Sizes;
  for (const StackTemporary &Temporary :
       collectStackObjects(Owner, Context, Precision::Exact).Temporaries)
    if (Temporary.Size > Default.replace(findBudget(Owner)).Local &&
        !Emitter.isIgnored(Diagnostic::LargeTemporary,
                           Temporary.Origin->getExprLoc()))
      Sizes.push_back(Temporary.Size);
  return Sizes;
}

/// Returns true if the user asked to keep \p Object, and so not to hear of it.
static bool isKeptByUser(const StackObject &Object) {
  return asksToKeep(findRequestForVariable(*Object.Variable));
}

/// Takes note of those in \p All that are not in \p Left, which is in order.
void FrameChecks::noteTold(ArrayRef<StackObject> All,
                           ArrayRef<StackObject> Left) {
  for (const StackObject &Object : All)
    if (!Left.empty() && Left.front().Variable == Object.Variable)
      Left = Left.drop_front();
    else
      Told.insert(Object.Variable);
}

SmallVector<const Decl *, 2> FrameChecks::check(const Decl &Owner) {
  std::optional<uint64_t> Budget = findBudget(Owner);
  SmallestBudget = std::min(SmallestBudget, Budget.value_or(UINT64_MAX));
  Maximum = Default.replace(Budget);
  Locals.setLimits(Maximum);
  StackObjects Objects = collectStackObjects(Owner, Context, Precision::Quick);
  if (Locals.mayReport(Objects) || sumSizes(Objects.Locals) > Maximum.Frame) {
    // A closer look costs time, and mostly takes objects away.
    Objects = collectStackObjects(Owner, Context, Precision::Exact);
    SmallVector<StackObject, 8> All = Objects.Locals;
    Locals.check(Objects, Owner);
    noteTold(All, Objects.Locals);
    erase_if(Objects.Locals, isKeptByUser);
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
