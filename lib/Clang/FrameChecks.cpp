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
#include "Offstack/Clang/FunctionFacts.h"
#include "Offstack/Clang/IgnoredCode.h"
#include "Offstack/Support/ByteSize.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Objects that large-frame lists one by one.
static constexpr size_t ListedLocals = 5;

/// Returns the sizes of \p Objects together.
static uint64_t sumSizes(ArrayRef<StackObject> Objects) {
  uint64_t Sum = 0;
  for (const StackObject &Object : Objects)
    Sum = SaturatingAdd(Sum, Object.Size);
  return Sum;
}

/// Returns the share of \p Part in \p Whole, in percent, rounded.
static unsigned getPercent(uint64_t Part, uint64_t Whole) {
  return static_cast<unsigned>(
      100.0 * static_cast<double>(Part) / static_cast<double>(Whole) + 0.5);
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

/// Reports \p Owner if its \p Locals, which it sorts, are large together.
void FrameChecks::checkFrame(SmallVectorImpl<StackObject> &Locals,
                             const Decl &Owner) {
  uint64_t Total = sumSizes(Locals);
  SourceLocation Location = Owner.getLocation();
  if (Total <= Maximum.Frame ||
      Emitter.isIgnored(Diagnostic::LargeFrame, Location) ||
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
    if (const auto *Function = dyn_cast<NamedDecl>(&Owner))
      Builder << Function;
    else
      Builder << "this block";
    Builder << formatExactByteSize(Total) << formatByteSize(Maximum.Frame);
  }
  noteInstantiation(Emitter, Owner);
  noteBudget(Emitter, Owner);
  ArrayRef<StackObject> Listed =
      ArrayRef<StackObject>(Locals).take_front(ListedLocals);
  for (const StackObject &Object : Listed) {
    DiagnosticBuilder Builder =
        Emitter.note(Note::LargeFrameLocal, Object.Variable->getLocation());
    addVariableName(Builder, *Object.Variable);
    Builder << formatExactByteSize(Object.Size)
            << getPercent(Object.Size, Total);
  }
  ArrayRef<StackObject> Rest =
      ArrayRef<StackObject>(Locals).drop_front(Listed.size());
  if (!Rest.empty())
    Emitter.note(Note::LargeFrameRest, Location)
        << static_cast<unsigned>(Rest.size())
        << formatExactByteSize(sumSizes(Rest));
}

/// Returns true if the user asked to keep \p Object, and so not to hear of it.
static bool isKeptByUser(const StackObject &Object) {
  std::optional<UserRequest> Request = findRequestForVariable(*Object.Variable);
  return Request && Request->Kind == UserAttribute::Keep;
}

SmallVector<const Decl *, 2> FrameChecks::check(const Decl &Owner) {
  Maximum = Default.replace(findBudget(Owner));
  Locals.setLimits(Maximum);
  StackObjects Objects = collectStackObjects(Owner, Context, Precision::Quick);
  if (Locals.mayReport(Objects) || sumSizes(Objects.Locals) > Maximum.Frame) {
    // A closer look costs time, and mostly takes objects away.
    Objects = collectStackObjects(Owner, Context, Precision::Exact);
    Locals.check(Objects, Owner);
    erase_if(Objects.Locals, isKeptByUser);
    // The list notes what it is asked: it is asked only where that matters.
    if (sumSizes(Objects.Locals) > Maximum.Frame &&
        !Emitter.isIgnored(Diagnostic::LargeFrame, Owner.getLocation()))
      erase_if(Objects.Locals, [&](const StackObject &Local) {
        return isIgnored(Ignored, Diagnostic::LargeFrame, Owner,
                         Local.Variable);
      });
    checkFrame(Objects.Locals, Owner);
  }
  return std::move(Objects.Nested);
}

} // namespace offstack
