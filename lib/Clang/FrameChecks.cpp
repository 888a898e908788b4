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

/// Streams the name of \p Variable, or says that it has none, as an anonymous
/// union. A structured binding is named by what it binds.
static void addName(const DiagnosticBuilder &Builder, const VarDecl &Variable) {
  if (Variable.getDeclName() || isa<DecompositionDecl>(Variable))
    Builder << &Variable;
  else
    Builder << "without a name";
}

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

/// Returns the share of \p Part in \p Whole, in percent, rounded.
static unsigned getPercent(uint64_t Part, uint64_t Whole) {
  return static_cast<unsigned>(
      100.0 * static_cast<double>(Part) / static_cast<double>(Whole) + 0.5);
}

/// Returns the function that was instantiated from a template, if \p Owner is
/// one or is inside one. Generic lambdas are skipped: clang does not note where
/// their operator() was asked for.
static const FunctionDecl *findInstantiation(const Decl &Owner) {
  for (const Decl *D = &Owner; D;
       D = dyn_cast_or_null<Decl>(D->getDeclContext())) {
    const auto *Function = dyn_cast<FunctionDecl>(D);
    if (Function && Function->isTemplateInstantiation() &&
        Function->getPointOfInstantiation().isValid())
      return Function;
  }
  return nullptr;
}

static void noteInstantiation(DiagnosticEmitter &Emitter, const Decl &Owner) {
  if (const FunctionDecl *Instantiation = findInstantiation(Owner))
    Emitter.noteInstantiation(*Instantiation);
}

/// Says where the limit comes from, if \p Owner has one of its own.
static void noteBudget(DiagnosticEmitter &Emitter, const Decl &Owner) {
  SourceLocation Place = findAttribute(Owner, UserAttribute::Budget);
  if (Place.isValid())
    Emitter.note(Note::LargeFrameBudget, Place);
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

static FindingFacts describeLocal(const StackObject &Object, const Decl &Owner,
                                  const Limits &Maximum) {
  FindingFacts Facts = makeFacts(Owner, *Object.Variable);
  Facts.Bytes = Object.Size;
  Facts.LimitBytes = Maximum.Local;
  Facts.StackBytes = Maximum.StackSize;
  return Facts;
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
  Emitter.describe(describeLocal(Object, Owner, Maximum));
  {
    DiagnosticBuilder Builder =
        Emitter.report(Diagnostic::LargeLocal, Location);
    Builder << isa<ParmVarDecl>(Variable);
    addName(Builder, Variable);
    Builder << Variable.getType() << formatExactByteSize(Object.Size)
            << formatByteSize(Maximum.Local);
  }
  noteInstantiation(Emitter, Owner);
  noteBudget(Emitter, Owner);
  Emitter.note(getRemedy(Variable), Location)
      << Context.getLangOpts().CPlusPlus;
  return true;
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
    addName(Builder, *Object.Variable);
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
  StackObjects Objects = collectStackObjects(Owner, Context, Precision::Quick);
  if (mayReport(Objects)) {
    // A closer look costs time and can only take objects away.
    Objects = collectStackObjects(Owner, Context, Precision::Exact);
    erase_if(Objects.Parameters, isKeptByUser);
    erase_if(Objects.Locals, isKeptByUser);
    for (const StackObject &Parameter : Objects.Parameters)
      checkLocal(Parameter, Owner);
    erase_if(Objects.Locals, [&](const StackObject &Local) {
      return checkLocal(Local, Owner);
    });
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
