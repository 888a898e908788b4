//===- Remedies.cpp - Moving an array to the heap, in the source ----------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Asks whether the function may allocate and whether control enters the scope
// of the array at its top only, then puts the edits together.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/Remedies.h"
#include "Offstack/Clang/ArrayShape.h"
#include "Offstack/Clang/ArrayUses.h"
#include "Offstack/Clang/IncludePlace.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMap.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns true if \p Function is, or is in, an instance of a template: the
/// text is that of all instances.
static bool isInstance(const FunctionDecl &Function) {
  for (const DeclContext *Context = &Function; Context;
       Context = Context->getParent()) {
    if (const auto *Outer = dyn_cast<FunctionDecl>(Context);
        Outer && Outer->isTemplateInstantiation())
      return true;
    if (const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(Context);
        Class && !Class->isExplicitSpecialization())
      return true;
  }
  return false;
}

/// Returns true if no attribute of \p Function says when or how it runs.
static bool isOrdinary(const FunctionDecl &Function) {
  return all_of(Function.attrs(), [](const Attr *A) {
    return isa<UnusedAttr, UsedAttr, NoInlineAttr, AlwaysInlineAttr,
               VisibilityAttr, WarnUnusedResultAttr, NoThrowAttr, ColdAttr,
               HotAttr, SwiftAttrAttr>(A);
  });
}

/// Returns true if \p Function must not or cannot allocate by its own kind.
static bool isSpecial(const FunctionDecl &Function) {
  OverloadedOperatorKind Operator = Function.getOverloadedOperator();
  return Function.isConstexpr() || !Function.getFunctionEffects().empty() ||
         Function.getBuiltinID() != 0 || Operator == OO_New ||
         Operator == OO_Array_New || Operator == OO_Delete ||
         Operator == OO_Array_Delete;
}

/// Returns true if the file declares a function \p Name, as a header that it
/// includes does.
bool RemedyFinder::hasNeighbour(StringRef Name) const {
  ASTContext &Context = CI.getASTContext();
  return any_of(
      Context.getTranslationUnitDecl()->lookup(&Context.Idents.get(Name)),
      [](const NamedDecl *Found) {
        // Clang declares setjmp and its like on its own, as built-in.
        return isa<FunctionDecl>(Found) && !Found->isImplicit();
      });
}

/// Returns true if std::\p Name is declared.
bool RemedyFinder::hasStandard(StringRef Name) const {
  ASTContext &Context = CI.getASTContext();
  for (const NamedDecl *Found :
       Context.getTranslationUnitDecl()->lookup(&Context.Idents.get("std")))
    if (const auto *Standard = dyn_cast<NamespaceDecl>(Found))
      return !Standard->lookup(&Context.Idents.get(Name)).empty();
  return false;
}

bool RemedyFinder::hasHeader(StringRef Header) const {
  return CI.getPreprocessor()
      .getHeaderSearchInfo()
      .LookupFile(Header, SourceLocation(), /*isAngled=*/true, nullptr, nullptr,
                  {}, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
                  /*SkipCache=*/true, /*BuildSystemModule=*/false,
                  /*OpenFile=*/false, /*CacheFailures=*/false)
      .has_value();
}

/// What jumps over frames, or runs code where nobody may allocate. Whoever
/// declares these may be called by them, or call them.
static constexpr llvm::StringLiteral NeighboursToFear[] = {
    "longjmp", "siglongjmp", "signal", "sigaction"};

/// Returns true if a box that is freed when its scope ends is right in
/// \p Function.
bool RemedyFinder::allowsHeap(const FunctionDecl &Function) const {
  const LangOptions &Language = CI.getLangOpts();
  if (!Language.CPlusPlus11 || !Language.CXXExceptions ||
      Language.Freestanding || Language.CUDA || Language.OpenCL ||
      Language.SYCLIsDevice || Language.OpenMPIsTargetDevice ||
      CI.getASTContext().getCurrentNamedModule())
    return false;
  return !isInstance(Function) && isOrdinary(Function) &&
         !isSpecial(Function) && none_of(NeighboursToFear, [&](StringRef Name) {
           return hasNeighbour(Name);
         });
}

namespace {

/// The place of a declaration among the statements.
struct Surroundings {
  const DeclStmt *Statement = nullptr;
  const CompoundStmt *Scope = nullptr;
};

} // namespace

/// Returns true if control can get into the middle of \p Body, or leaves it in
/// a way that destroys nothing.
static bool hasJumps(const Stmt &Body) {
  SmallVector<const Stmt *, 64> Worklist(1, &Body);
  while (!Worklist.empty()) {
    const Stmt *S = Worklist.pop_back_val();
    if (!S)
      continue;
    if (isa<LabelStmt, IndirectGotoStmt, AddrLabelExpr, CoroutineBodyStmt>(S))
      return true;
    if (const auto *Assembly = dyn_cast<GCCAsmStmt>(S);
        Assembly && Assembly->isAsmGoto())
      return true;
    if (const auto *Call = dyn_cast<CallExpr>(S))
      if (const FunctionDecl *Callee = Call->getDirectCallee();
          Callee && Callee->getIdentifier() && Callee->getName() == "vfork")
        return true;
    append_range(Worklist, S->children());
  }
  return false;
}

/// Returns true if \p Scope has labels of a switch around it.
static bool hasOuterCases(const CompoundStmt &Scope) {
  SmallVector<const Stmt *, 16> Worklist(Scope.body());
  while (!Worklist.empty()) {
    const Stmt *S = Worklist.pop_back_val();
    if (!S || isa<SwitchStmt, LambdaExpr>(S))
      continue;
    if (isa<SwitchCase>(S))
      return true;
    append_range(Worklist, S->children());
  }
  return false;
}

/// Returns where \p Variable is declared in \p Body, or nothing if that is no
/// statement of a block that is entered at its top only.
static std::optional<Surroundings> findSurroundings(const VarDecl &Variable,
                                                    const Stmt &Body) {
  ParentMap Parents(const_cast<Stmt *>(&Body));
  Surroundings Found;
  SmallVector<const Stmt *, 64> Worklist(1, &Body);
  while (!Worklist.empty() && !Found.Statement) {
    const Stmt *S = Worklist.pop_back_val();
    if (!S)
      continue;
    if (const auto *Declarations = dyn_cast<DeclStmt>(S);
        Declarations && is_contained(Declarations->decls(), &Variable))
      Found.Statement = Declarations;
    append_range(Worklist, S->children());
  }
  if (!Found.Statement)
    return std::nullopt;
  Found.Scope =
      dyn_cast_or_null<CompoundStmt>(Parents.getParent(Found.Statement));
  if (!Found.Scope || hasOuterCases(*Found.Scope) ||
      isa_and_nonnull<StmtExpr>(Parents.getParent(Found.Scope)))
    return std::nullopt;
  return Found;
}

namespace {

/// Writes the edits for one array.
class EditWriter {
public:
  EditWriter(const VarDecl &Variable, const ArrayShape &Shape, bool IsVector)
      : Name(Variable.getName().str()), Shape(Shape), IsVector(IsVector) {}

  FixItHint writeDeclaration(bool ForOverwrite) const;
  std::optional<FixItHint> writeUse(const ArrayUseSite &Use) const;

private:
  std::string getPointer() const { return IsVector ? ".data()" : ".get()"; }

  const std::string Name;
  const ArrayShape &Shape;
  const bool IsVector;
};

} // namespace

FixItHint EditWriter::writeDeclaration(bool ForOverwrite) const {
  std::string Text;
  if (IsVector)
    Text =
        "std::vector<" + Shape.Element + "> " + Name + "(" + Shape.Bound + ")";
  else
    Text = "auto " + Name + " = std::make_unique" +
           (ForOverwrite ? "_for_overwrite<" : "<") + Shape.Element + "[]" +
           Shape.Inner + ">(" + Shape.Bound + ")";
  return FixItHint::CreateReplacement(Shape.Declaration, Text);
}

std::optional<FixItHint> EditWriter::writeUse(const ArrayUseSite &Use) const {
  std::string Begin = Name + getPointer();
  switch (Use.Kind) {
  case ArrayUse::Element:
  case ArrayUse::Loop:
    return std::nullopt;
  case ArrayUse::Pointer:
    return FixItHint::CreateInsertion(
        Use.Range.getBegin().getLocWithOffset(
            static_cast<SourceLocation::IntTy>(Name.size())),
        getPointer());
  case ArrayUse::Begin:
    return FixItHint::CreateReplacement(Use.Range, Begin);
  case ArrayUse::End:
    return FixItHint::CreateReplacement(
        Use.Range, "(" + Begin + " + (" + Shape.StableBound + "))");
  case ArrayUse::Size:
    return FixItHint::CreateReplacement(Use.Range, "sizeof(" + Shape.Element +
                                                       "[" + Shape.StableBound +
                                                       "]" + Shape.Inner + ")");
  case ArrayUse::Count:
    return FixItHint::CreateReplacement(Use.Range, "std::size_t(" +
                                                       Shape.StableBound + ")");
  }
  llvm_unreachable("all uses are covered");
}

/// Returns true if clang applies edits, and has some from before that include
/// \p Header. Notes that it has, if the warning that edits are asked for now
/// \p IsShown.
bool RemedyFinder::isIncludedByEarlier(StringRef Header, bool IsShown) {
  const FrontendOptions &Options = CI.getFrontendOpts();
  if (!IsShown ||
      (Options.ProgramAction != frontend::FixIt && !Options.FixAndRecompile))
    return false;
  if (is_contained(Included, Header))
    return true;
  Included.push_back(Header.str());
  return false;
}

/// Adds the include of \p Header to \p Edits, unless the file has it.
void RemedyFinder::addInclude(SmallVectorImpl<FixItHint> &Edits,
                              StringRef Header, SourceLocation Code) {
  const SourceManager &Sources = CI.getSourceManager();
  auto [File, Offset] = Sources.getDecomposedLoc(Code);
  IncludePlace Place = findIncludePlace(Sources.getBufferData(File), Header,
                                        Offset, CI.getLangOpts());
  if (Place.IsIncluded)
    return;
  Edits.push_back(FixItHint::CreateInsertion(
      Sources.getLocForStartOfFile(File).getLocWithOffset(
          static_cast<SourceLocation::IntTy>(Place.Offset)),
      ("#include <" + Header + ">\n" + (Place.IsFirst ? "\n" : "")).str()));
}

SmallVector<FixItHint, 8> RemedyFinder::find(const VarDecl &Variable,
                                             const Decl &Owner, bool IsShown) {
  const ASTContext &Context = CI.getASTContext();
  const auto *Function = dyn_cast<FunctionDecl>(&Owner);
  const Stmt *Body = Owner.getBody();
  // A header is for other files too, whose language may be another one.
  if (!Function || !Body || !Variable.getType()->isConstantArrayType() ||
      !Variable.getIdentifier() ||
      !CI.getSourceManager().isWrittenInMainFile(Variable.getLocation()) ||
      !allowsHeap(*Function) || hasJumps(*Body))
    return {};
  std::optional<Surroundings> Around = findSurroundings(Variable, *Body);
  if (!Around)
    return {};
  std::optional<ArrayShape> Shape =
      findArrayShape(Variable, *Around->Statement, *Function, Context);
  if (!Shape)
    return {};
  auto Uses = findArrayUses(Variable, *Body, *Around->Scope, Context);
  if (!Uses)
    return {};
  bool HasLoop = any_of(*Uses, [](const ArrayUseSite &Use) {
    return Use.Kind == ArrayUse::Loop;
  });
  // A vector fills its elements with zeros, which costs time.
  bool ForOverwrite = Shape->IsUninitialized &&
                      Context.getLangOpts().CPlusPlus20 &&
                      hasStandard("make_unique_for_overwrite");
  bool IsVector =
      Shape->Holder == ArrayHolder::Vector && (HasLoop || !ForOverwrite);
  StringRef Header = IsVector ? "vector" : "memory";
  if ((HasLoop && !IsVector) || !hasHeader(Header) ||
      (!IsVector && !Context.getLangOpts().CPlusPlus14))
    return {};
  EditWriter Writer(Variable, *Shape, IsVector);
  SmallVector<FixItHint, 8> Edits = {Writer.writeDeclaration(ForOverwrite)};
  for (const ArrayUseSite &Use : *Uses)
    if (std::optional<FixItHint> Edit = Writer.writeUse(Use))
      Edits.push_back(*Edit);
  if (!isIncludedByEarlier(Header, IsShown))
    addInclude(Edits, Header, Function->getBeginLoc());
  return Edits;
}

} // namespace offstack
