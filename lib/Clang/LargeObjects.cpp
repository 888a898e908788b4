//===- LargeObjects.cpp - Warnings of large objects -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Words and remedies.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/LargeObjects.h"
#include "Offstack/Clang/Attributes.h"
#include "Offstack/Clang/FunctionFacts.h"
#include "Offstack/Support/ByteSize.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace llvm;

namespace offstack {

Diagnostic LargeObject::getDiagnostic() const {
  if (Form)
    return Diagnostic::LargeTemporary;
  return isa_and_nonnull<ParmVarDecl>(Variable) ? Diagnostic::LargeParameter
                                                : Diagnostic::LargeLocal;
}

SourceLocation LargeObject::getLocation() const {
  return Variable ? Variable->getLocation() : Origin->getExprLoc();
}

void addVariableName(const DiagnosticBuilder &Builder,
                     const VarDecl &Variable) {
  if (Variable.getDeclName() || isa<DecompositionDecl>(Variable))
    Builder << &Variable;
  else
    Builder << "without a name";
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

void noteInstantiation(DiagnosticEmitter &Emitter, const Decl &Owner) {
  if (const FunctionDecl *Instantiation = findInstantiation(Owner))
    Emitter.noteInstantiation(*Instantiation);
}

void noteBudget(DiagnosticEmitter &Emitter, const Decl &Owner) {
  SourceLocation Place = findAttribute(Owner, UserAttribute::Budget);
  if (Place.isValid())
    Emitter.note(Note::LargeFrameBudget, Place);
}

/// Returns true if \p Object is the argument for a parameter of which
/// large-parameter tells, where its function is defined.
bool LargeObjectReporter::isToldOfParameter(const LargeObject &Object) const {
  if (!Object.Parameter)
    return false;
  const auto *Callee =
      dyn_cast<FunctionDecl>(Object.Parameter->getDeclContext());
  const FunctionDecl *Definition = Callee ? Callee->getDefinition() : nullptr;
  return Definition && !Emitter.isIgnored(Diagnostic::LargeParameter,
                                          Definition->getLocation());
}

/// Returns the limit that \p Object breaks.
static uint64_t getLimit(const LargeObject &Object,
                         const FunctionDecl *Recursive) {
  return Recursive ? Object.Maximum.RecursiveLocal : Object.Maximum.Local;
}

static FindingFacts describe(const LargeObject &Object,
                             const FunctionDecl *Recursive) {
  FindingFacts Facts = Object.Variable
                           ? makeFacts(*Object.Owner, *Object.Variable)
                           : makeFacts(*Object.Owner);
  Facts.Bytes = Object.Size;
  Facts.LimitBytes = getLimit(Object, Recursive);
  Facts.StackBytes = Object.Maximum.StackSize;
  return Facts;
}

/// Streams what the text of the diagnostic of \p Object says.
void LargeObjectReporter::addText(const DiagnosticBuilder &Builder,
                                  const LargeObject &Object,
                                  const FunctionDecl *Recursive) const {
  std::string Size = formatExactByteSize(Object.Size);
  if (const VarDecl *Variable = Object.Variable) {
    Builder << 0;
    addVariableName(Builder, *Variable);
    Builder << Variable->getType();
  } else {
    // Of alloca, which has no form, the text says neither name nor type.
    Builder << (Object.Form ? static_cast<unsigned>(*Object.Form) : 1) << ""
            << Object.Origin->getType();
  }
  Builder << (Object.IsUpperBound ? "up to " + Size : Size)
          << (Recursive != nullptr)
          << formatByteSize(getLimit(Object, Recursive));
  if (Recursive)
    Builder << Recursive << formatByteSize(Object.Maximum.StackSize)
            << static_cast<unsigned>(Object.Maximum.StackSize / Object.Size);
}

void LargeObjectReporter::noteHeap(SourceLocation Location) {
  if (Context.getLangOpts().Freestanding)
    Emitter.note(Note::LargeLocalNoHeap, Location);
  else
    Emitter.note(Note::LargeLocalHeap, Location)
        << Context.getLangOpts().CPlusPlus << Emitter.isBoxing();
}

/// Adds a note on the macro that the outermost array bound of \p Variable is
/// written with, if it is.
void LargeObjectReporter::noteMacro(const VarDecl &Variable) {
  const TypeSourceInfo *Written = Variable.getTypeSourceInfo();
  auto Array = Written ? Written->getTypeLoc().getAsAdjusted<ArrayTypeLoc>()
                       : ArrayTypeLoc();
  // A variable that is in the macro itself has clang's own note.
  if (!Array || !Array.getSizeExpr() || Variable.getLocation().isMacroID())
    return;
  SourceLocation Size = Array.getSizeExpr()->getBeginLoc();
  const SourceManager &Sources = Context.getSourceManager();
  if (Size.isMacroID())
    Emitter.note(Note::LargeLocalMacro, Sources.getSpellingLoc(Size))
        << Lexer::getImmediateMacroName(Size, Sources, Context.getLangOpts());
}

void LargeObjectReporter::noteRemedy(const LargeObject &Object) {
  bool IsCPlusPlus = Context.getLangOpts().CPlusPlus;
  SourceLocation Location = Object.getLocation();
  if (const VarDecl *Variable = Object.Variable) {
    if (isa<ParmVarDecl>(Variable))
      Emitter.note(Note::LargeParameterByReference, Location) << IsCPlusPlus;
    else if (Variable->isConstexpr())
      // A constant is the same for all threads and all calls.
      Emitter.note(Note::LargeLocalStatic, Location);
    else
      noteHeap(Location);
    return;
  }
  if (!Object.Form) {
    noteHeap(Location);
    return;
  }
  switch (*Object.Form) {
  case TemporaryForm::Temporary:
    Emitter.note(Note::LargeTemporaryInPlace, Location);
    return;
  case TemporaryForm::Result:
    Emitter.note(Note::LargeTemporaryResult, Location) << IsCPlusPlus;
    return;
  case TemporaryForm::Argument:
    Emitter.note(Note::LargeParameterByReference, Location) << IsCPlusPlus;
    return;
  case TemporaryForm::Literal:
    noteHeap(Location);
    return;
  case TemporaryForm::List:
    Emitter.note(Note::LargeTemporaryElements, Location);
    return;
  }
}

/// Emits the warning, with the edits that a variable can be replaced by.
void LargeObjectReporter::reportWarning(const LargeObject &Object,
                                        const FunctionDecl *Recursive) {
  DiagnosticBuilder Builder =
      Emitter.report(Object.getDiagnostic(), Object.getLocation());
  addText(Builder, Object, Recursive);
  if (Object.getDiagnostic() != Diagnostic::LargeLocal || !Object.Variable)
    return;
  for (const FixItHint &Edit : Remedies.find(*Object.Variable, *Object.Owner,
                                             /*IsShown=*/!Emitter.isHidden()))
    Builder << Edit;
}

void LargeObjectReporter::report(const LargeObject &Object,
                                 const FunctionDecl *Recursive) {
  SourceLocation Location = Object.getLocation();
  // Calls of one function have one reason.
  SourceLocation Reason =
      Object.Parameter ? Object.Parameter->getLocation() : Location;
  if (isToldOfParameter(Object) ||
      !Reported.insert({Reason, Object.Size}).second)
    return;
  Emitter.describe(describe(Object, Recursive));
  reportWarning(Object, Recursive);
  noteInstantiation(Emitter, *Object.Owner);
  if (Object.Variable)
    noteMacro(*Object.Variable);
  noteBudget(Emitter, *Object.Owner);
  noteRemedy(Object);
}

} // namespace offstack
