//===- ArrayUses.cpp - What a function does with an array -----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks at each reference to the array and at the expression around it, then
// compares with the text: a name that no reference explains is a use that this
// compilation does not see.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/ArrayUses.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMap.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using namespace llvm;

namespace offstack {

namespace {

/// Classifies the references to one array.
class UseFinder {
public:
  UseFinder(const VarDecl &Variable, const Stmt &Body,
            const ASTContext &Context)
      : Variable(Variable), Context(Context),
        Sources(Context.getSourceManager()),
        Parents(const_cast<Stmt *>(&Body)) {}

  bool run(const Stmt &Body);
  bool explainsText(const Stmt &Scope) const;

  SmallVector<ArrayUseSite, 8> Uses;

private:
  bool add(const DeclRefExpr &Name);
  bool addUse(ArrayUse Kind, SourceRange Range);
  bool addCaptures(const LambdaExpr &Lambda);
  std::optional<ArrayUseSite> classify(const DeclRefExpr &Name) const;
  std::optional<ArrayUseSite> classifyDecay(const DeclRefExpr &Name,
                                            const Expr &Decay) const;
  std::optional<ArrayUseSite> classifyAddress(const UnaryOperator &Of) const;
  std::optional<ArrayUseSite> classifyArgument(const CallExpr &Call) const;
  bool isPlainElement(const ArraySubscriptExpr &Subscript,
                      const Expr &Decay) const;
  bool mayChooseAnother(const Expr &Argument, bool TrustStandard) const;
  bool isReturned(const Expr &Pointer) const;

  const Stmt *getParent(const Stmt &S) const {
    return Parents.getParentIgnoreParens(&S);
  }

  const VarDecl &Variable;
  const ASTContext &Context;
  const SourceManager &Sources;
  const ParentMap Parents;
  /// Where the text names the array, as SourceManager spells it.
  SmallVector<SourceLocation, 16> Named;
};

} // namespace

bool UseFinder::addUse(ArrayUse Kind, SourceRange Range) {
  bool IsChanged = Kind != ArrayUse::Element && Kind != ArrayUse::Loop;
  if (IsChanged && (Range.getBegin().isMacroID() || Range.getEnd().isMacroID()))
    return false;
  for (const ArrayUseSite &Known : Uses)
    if (Known.Range.getBegin() == Range.getBegin())
      return Known.Kind == Kind; // Clang can hold one expression twice.
  Uses.push_back({Kind, Range});
  return true;
}

/// Adds the captures of the array by \p Lambda. A copy of an array is one of
/// its elements, which a container's is not everywhere.
bool UseFinder::addCaptures(const LambdaExpr &Lambda) {
  for (const LambdaCapture &Capture : Lambda.captures()) {
    if (!Capture.capturesVariable() || Capture.getCapturedVar() != &Variable)
      continue;
    if (Capture.getCaptureKind() != LCK_ByRef)
      return false;
    if (Capture.isExplicit())
      Named.push_back(Sources.getSpellingLoc(Capture.getLocation()));
  }
  return true;
}

bool UseFinder::add(const DeclRefExpr &Name) {
  if (Name.getDecl() != &Variable)
    return true;
  Named.push_back(Sources.getSpellingLoc(Name.getLocation()));
  // What a lambda captures is looked at there.
  if (isa_and_nonnull<LambdaExpr>(Parents.getParent(&Name)))
    return !any_of(
        cast<LambdaExpr>(Parents.getParent(&Name))->captures(),
        [](const LambdaCapture &Capture) {
          return Capture.capturesVariable() &&
                 cast<VarDecl>(Capture.getCapturedVar())->isInitCapture();
        });
  std::optional<ArrayUseSite> Use = classify(Name);
  return Use && addUse(Use->Kind, Use->Range);
}

bool UseFinder::run(const Stmt &Body) {
  SmallVector<const Stmt *, 64> Worklist(1, &Body);
  while (!Worklist.empty()) {
    const Stmt *S = Worklist.pop_back_val();
    if (!S)
      continue;
    if (const auto *Name = dyn_cast<DeclRefExpr>(S); Name && !add(*Name))
      return false;
    if (const auto *Lambda = dyn_cast<LambdaExpr>(S);
        Lambda && !addCaptures(*Lambda))
      return false;
    append_range(Worklist, S->children());
  }
  return true;
}

/// Returns true if every name of the array in the text of \p Scope is one that
/// the tree has, or that of a member. Comments are no text.
bool UseFinder::explainsText(const Stmt &Scope) const {
  FileID File = Sources.getFileID(Variable.getLocation());
  std::optional<MemoryBufferRef> Buffer = Sources.getBufferOrNone(File);
  SourceLocation End = Scope.getEndLoc();
  if (!Buffer || End.isMacroID() || Sources.getFileID(End) != File)
    return false;
  StringRef Text = Buffer->getBuffer();
  Lexer Raw(
      Sources.getLocForStartOfFile(File), Context.getLangOpts(), Text.begin(),
      Text.begin() + Sources.getFileOffset(Variable.getLocation()), Text.end());
  bool IsMember = false;
  for (Token T; !Raw.LexFromRawLexer(T) && T.getLocation() < End;) {
    bool IsName = T.is(tok::raw_identifier) && !IsMember &&
                  T.getRawIdentifier() == Variable.getName();
    if (IsName && T.getLocation() != Variable.getLocation() &&
        !is_contained(Named, T.getLocation()))
      return false;
    IsMember = T.isOneOf(tok::period, tok::arrow);
  }
  return true;
}

/// Returns true if \p Call calls a function that was chosen among several.
static bool wasChosen(const Expr &Call) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Call))
    return Construct->hadMultipleCandidates();
  const Expr *Callee = cast<CallExpr>(Call).getCallee()->IgnoreParenImpCasts();
  if (const auto *Name = dyn_cast<DeclRefExpr>(Callee))
    return Name->hadMultipleCandidates();
  if (const auto *Member = dyn_cast<MemberExpr>(Callee))
    return Member->hadMultipleCandidates();
  return false;
}

/// Returns true if \p Function is of the standard library.
static bool isStandard(const FunctionDecl &Function) {
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Function))
    return Method->getParent()->isInStdNamespace();
  return Function.isInStdNamespace();
}

/// Returns the function or constructor that \p Call calls, or null.
static const FunctionDecl *findCallee(const Expr &Call) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Call))
    return Construct->getConstructor();
  return cast<CallExpr>(Call).getDirectCallee();
}

/// Returns true if a call with \p Argument could be one of another function
/// once the array is a pointer by itself. The standard library, if \p
/// TrustStandard, tells arrays and pointers apart only where it takes arrays.
bool UseFinder::mayChooseAnother(const Expr &Argument,
                                 bool TrustStandard) const {
  const Stmt *S = getParent(Argument);
  while (isa_and_nonnull<ImplicitCastExpr, MaterializeTemporaryExpr,
                         CXXBindTemporaryExpr>(S))
    S = getParent(*S);
  const auto *Call = dyn_cast_or_null<Expr>(S);
  if (!isa_and_nonnull<CallExpr, CXXConstructExpr>(Call) || !wasChosen(*Call))
    return false;
  const FunctionDecl *Callee = findCallee(*Call);
  if (!Callee)
    return true;
  return !Callee->isExternC() && !(TrustStandard && isStandard(*Callee));
}

/// Returns true if \p Subscript, whose array decays in \p Decay, is written and
/// means the same with operator[].
bool UseFinder::isPlainElement(const ArraySubscriptExpr &Subscript,
                               const Expr &Decay) const {
  if (Subscript.getLHS()->IgnoreParens() != Decay.IgnoreParens() ||
      !Subscript.getIdx()
           ->IgnoreParenImpCasts()
           ->getType()
           ->isIntegralOrUnscopedEnumerationType())
    return false;
  // &a[N] is the end of an array, and out of the bounds of a container.
  const auto *Unary = dyn_cast_or_null<UnaryOperator>(getParent(Subscript));
  return !Unary || Unary->getOpcode() != UO_AddrOf;
}

/// Returns true if \p Pointer, or one that is computed from it, is returned.
bool UseFinder::isReturned(const Expr &Pointer) const {
  const Stmt *S = getParent(Pointer);
  while (isa_and_nonnull<CastExpr, BinaryOperator, ConditionalOperator>(S))
    S = getParent(*S);
  return isa_and_nonnull<ReturnStmt>(S);
}

std::optional<ArrayUseSite> UseFinder::classifyDecay(const DeclRefExpr &Name,
                                                     const Expr &Decay) const {
  if (const auto *Subscript =
          dyn_cast_or_null<ArraySubscriptExpr>(getParent(Decay));
      Subscript && isPlainElement(*Subscript, Decay))
    return ArrayUseSite{ArrayUse::Element, Name.getLocation()};
  if (isReturned(Decay) || mayChooseAnother(Decay, /*TrustStandard=*/true))
    return std::nullopt;
  return ArrayUseSite{ArrayUse::Pointer, Name.getLocation()};
}

/// Classifies the array in \p Of, which takes its address.
std::optional<ArrayUseSite>
UseFinder::classifyAddress(const UnaryOperator &Of) const {
  const auto *Cast = dyn_cast_or_null<CastExpr>(getParent(Of));
  if (!Cast || Cast->getCastKind() != CK_BitCast || isReturned(Of))
    return std::nullopt;
  if (isa<ImplicitCastExpr>(Cast) &&
      (!Cast->getType()->isVoidPointerType() ||
       mayChooseAnother(*Cast, /*TrustStandard=*/false)))
    return std::nullopt;
  return ArrayUseSite{ArrayUse::Begin, Of.getSourceRange()};
}

/// Classifies the array as the argument of \p Call, by reference.
std::optional<ArrayUseSite>
UseFinder::classifyArgument(const CallExpr &Call) const {
  const FunctionDecl *Callee = Call.getDirectCallee();
  if (!Callee || !Callee->isInStdNamespace() || !Callee->getIdentifier() ||
      Call.getNumArgs() != 1)
    return std::nullopt;
  std::optional<ArrayUse> Kind =
      StringSwitch<std::optional<ArrayUse>>(Callee->getName())
          .Cases({"begin", "data"}, ArrayUse::Begin)
          .Case("end", ArrayUse::End)
          .Case("size", ArrayUse::Count)
          .Default(std::nullopt);
  if (!Kind || (Kind != ArrayUse::Count && isReturned(Call)))
    return std::nullopt;
  return ArrayUseSite{*Kind, Call.getSourceRange()};
}

std::optional<ArrayUseSite> UseFinder::classify(const DeclRefExpr &Name) const {
  const Stmt *Parent = getParent(Name);
  if (const auto *Cast = dyn_cast_or_null<CastExpr>(Parent)) {
    if (Cast->getCastKind() == CK_ArrayToPointerDecay)
      return classifyDecay(Name, *Cast);
    if (Cast->getCastKind() == CK_ToVoid)
      return ArrayUseSite{ArrayUse::Element, Name.getLocation()};
    // std::size takes a reference to a const array.
    const auto *Call = dyn_cast_or_null<CallExpr>(getParent(*Cast));
    if (Cast->getCastKind() != CK_NoOp || !Call)
      return std::nullopt;
    std::optional<ArrayUseSite> Use = classifyArgument(*Call);
    return Use && Use->Kind == ArrayUse::Count ? Use : std::nullopt;
  }
  if (const auto *Of = dyn_cast_or_null<UnaryOperator>(Parent);
      Of && Of->getOpcode() == UO_AddrOf)
    return classifyAddress(*Of);
  if (const auto *Trait = dyn_cast_or_null<UnaryExprOrTypeTraitExpr>(Parent);
      Trait && Trait->getKind() == UETT_SizeOf)
    return ArrayUseSite{ArrayUse::Size, Trait->getSourceRange()};
  if (const auto *Call = dyn_cast_or_null<CallExpr>(Parent))
    return classifyArgument(*Call);
  if (isa_and_nonnull<DeclStmt>(Parent)) {
    const auto *Loop = dyn_cast_or_null<CXXForRangeStmt>(getParent(*Parent));
    if (Loop && Loop->getRangeStmt() == Parent)
      return ArrayUseSite{ArrayUse::Loop, Name.getLocation()};
  }
  return std::nullopt;
}

std::optional<SmallVector<ArrayUseSite, 8>>
findArrayUses(const VarDecl &Variable, const Stmt &Body, const Stmt &Scope,
              const ASTContext &Context) {
  UseFinder Finder(Variable, Body, Context);
  if (!Finder.run(Body) || !Finder.explainsText(Scope))
    return std::nullopt;
  return std::move(Finder.Uses);
}

} // namespace offstack
