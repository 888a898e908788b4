//===- ArrayShape.cpp - How a local array is written ----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Types decide whether a container will do, text is what is written.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/ArrayShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;
using namespace llvm;

namespace offstack {

namespace {

/// Takes one declaration apart.
class ShapeReader {
public:
  ShapeReader(const VarDecl &Variable, const DeclStmt &Statement,
              const FunctionDecl &Function, const ASTContext &Context)
      : Variable(Variable), Statement(Statement), Function(Function),
        Context(Context), Sources(Context.getSourceManager()) {}

  std::optional<ArrayShape> run();

private:
  bool readBounds();
  bool readElement();
  bool readInitializer();
  bool chooseHolder();
  std::string findStableBound() const;
  std::optional<std::string> getText(SourceLocation Begin,
                                     SourceLocation End) const;
  bool isShadowed(StringRef Text) const;

  const VarDecl &Variable;
  const DeclStmt &Statement;
  const FunctionDecl &Function;
  const ASTContext &Context;
  const SourceManager &Sources;
  ArrayShape Shape;
  ArrayTypeLoc Outermost;
};

} // namespace

/// Returns the text from \p Begin up to \p End, which it leaves out, or nothing
/// if it is not in one piece of one file.
std::optional<std::string> ShapeReader::getText(SourceLocation Begin,
                                                SourceLocation End) const {
  if (Begin.isMacroID() || End.isMacroID() || End < Begin ||
      Sources.getFileID(Begin) != Sources.getFileID(End))
    return std::nullopt;
  bool Failed = false;
  StringRef Text =
      Lexer::getSourceText(CharSourceRange::getCharRange(Begin, End), Sources,
                           Context.getLangOpts(), &Failed);
  if (Failed)
    return std::nullopt;
  return Text.trim().str();
}

/// Returns the tokens of \p Text, comments among them.
static SmallVector<Token, 8> lex(StringRef Text, const LangOptions &Language) {
  SmallVector<Token, 8> Tokens;
  Lexer Raw(SourceLocation(), Language, Text.begin(), Text.begin(), Text.end());
  Raw.SetCommentRetentionState(true);
  Token T;
  do {
    Raw.LexFromRawLexer(T);
    if (T.isNot(tok::eof))
      Tokens.push_back(T);
  } while (T.isNot(tok::eof));
  return Tokens;
}

/// Returns true if a declaration of the function has the name of a token of
/// \p Text, so that \p Text may mean something else elsewhere in it.
bool ShapeReader::isShadowed(StringRef Text) const {
  StringSet<> Local;
  for (const Decl *D : Function.decls())
    if (const auto *Named = dyn_cast<NamedDecl>(D);
        Named && Named->getIdentifier())
      Local.insert(Named->getName());
  std::string Copy = Text.str();
  return any_of(lex(Copy, Context.getLangOpts()), [&](const Token &T) {
    return T.is(tok::raw_identifier) && Local.contains(T.getRawIdentifier());
  });
}

/// Reads the text between the brackets. Each must be written where it stands.
bool ShapeReader::readBounds() {
  TypeLoc Type = Variable.getTypeSourceInfo()->getTypeLoc();
  Outermost = Type.getAs<ConstantArrayTypeLoc>();
  if (Outermost.isNull())
    return false;
  SourceLocation End;
  for (ArrayTypeLoc Array = Outermost; !Array.isNull();
       Array = Array.getElementLoc().getAs<ConstantArrayTypeLoc>()) {
    const Expr *Size = Array.getSizeExpr();
    if (!Size || Array.getRBracketLoc().isMacroID() ||
        // 'std::vector<T> a(int(N))' declares a function.
        isa<CXXFunctionalCastExpr, CXXUnresolvedConstructExpr>(
            Size->IgnoreParenImpCasts()))
      return false;
    std::optional<std::string> Text = getText(
        Array.getLBracketLoc().getLocWithOffset(1), Array.getRBracketLoc());
    if (!Text || StringRef(*Text).contains('\n') ||
        StringRef(*Text).contains("/"))
      return false;
    if (End.isInvalid())
      Shape.Bound = *Text;
    else
      Shape.Inner += "[" + *Text + "]";
    End = Array.getRBracketLoc();
  }
  Shape.Declaration.setEnd(End);
  return !Shape.Bound.empty();
}

/// Reads the text in front of the name.
bool ShapeReader::readElement() {
  std::optional<std::string> Text =
      getText(Statement.getBeginLoc(), Variable.getLocation());
  if (!Text || Text->empty())
    return false;
  for (const Token &T : lex(*Text, Context.getLangOpts()))
    if (T.isNoneOf(tok::raw_identifier, tok::coloncolon, tok::less,
                   tok::greater, tok::greatergreater, tok::comma, tok::star,
                   tok::numeric_constant) ||
        (T.is(tok::raw_identifier) &&
         is_contained({"static", "register", "auto", "decltype", "volatile",
                       "constexpr", "struct", "class", "union", "enum",
                       "typeof", "_Atomic", "__attribute__", "__restrict"},
                      T.getRawIdentifier())))
      return false;
  // Names of macros are names of types here only by chance.
  for (TypeLoc Type = Variable.getTypeSourceInfo()->getTypeLoc(); Type;
       Type = Type.getNextTypeLoc())
    if (Type.getBeginLoc().isMacroID())
      return false;
  Shape.Element = *Text;
  Shape.Declaration.setBegin(Statement.getBeginLoc());
  return true;
}

/// Returns true if \p Value is one zero, of any scalar type.
static bool isZero(const Expr &Value) {
  const Expr *Written = Value.IgnoreParenImpCasts();
  if (const auto *Number = dyn_cast<IntegerLiteral>(Written))
    return Number->getValue().isZero();
  if (const auto *Number = dyn_cast<FloatingLiteral>(Written))
    return Number->getValue().isPosZero();
  if (const auto *Character = dyn_cast<CharacterLiteral>(Written))
    return Character->getValue() == 0;
  if (const auto *Boolean = dyn_cast<CXXBoolLiteralExpr>(Written))
    return !Boolean->getValue();
  return isa<CXXNullPtrLiteralExpr>(Written);
}

/// Returns true if \p List makes what no initializer of its own makes: zeros,
/// or elements by default.
static bool isAllZero(const InitListExpr &List) {
  SmallVector<const InitListExpr *, 4> Worklist(1, &List);
  while (!Worklist.empty()) {
    const InitListExpr *Current = Worklist.pop_back_val();
    for (const Expr *Element : Current->inits()) {
      if (const auto *Inner = dyn_cast<InitListExpr>(Element))
        Worklist.push_back(Inner);
      else if (!isa<ImplicitValueInitExpr>(Element) && !isZero(*Element))
        return false;
    }
  }
  return true;
}

bool ShapeReader::readInitializer() {
  const Expr *Initial = Variable.getInit();
  Shape.IsUninitialized = false;
  if (!Initial) {
    Shape.IsUninitialized = true;
    return true;
  }
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Initial)) {
    Shape.IsUninitialized = Construct->getConstructor()->isTrivial();
    return Variable.getInitStyle() == VarDecl::CallInit &&
           Construct->getNumArgs() == 0;
  }
  const auto *List = dyn_cast<InitListExpr>(Initial);
  const auto *Text =
      dyn_cast<clang::StringLiteral>(Initial->IgnoreParenImpCasts());
  bool IsZero = List ? isAllZero(*List) : Text && Text->getLength() == 0;
  if (!IsZero || Initial->getEndLoc().isMacroID() ||
      Initial->getBeginLoc().isMacroID())
    return false;
  Shape.Declaration.setEnd(Initial->getEndLoc());
  return true;
}

/// Returns true if everyone may make elements of \p Record, and with new.
static bool isPublic(const CXXRecordDecl &Record, ASTContext &Context) {
  for (const CXXConstructorDecl *Constructor : Record.ctors())
    if (Constructor->isDefaultConstructor() &&
        (Constructor->isDeleted() || Constructor->getAccess() != AS_public))
      return false;
  const CXXDestructorDecl *Destructor = Record.getDestructor();
  if (Destructor &&
      (Destructor->isDeleted() || Destructor->getAccess() != AS_public))
    return false;
  for (OverloadedOperatorKind Kind :
       {OO_New, OO_Array_New, OO_Delete, OO_Array_Delete})
    if (!Record.lookup(Context.DeclarationNames.getCXXOperatorName(Kind))
             .empty())
      return false;
  // A base could have these.
  return Record.getNumBases() == 0 || Record.isInStdNamespace();
}

bool ShapeReader::chooseHolder() {
  QualType Base = Context.getBaseElementType(Variable.getType());
  if (Base.hasQualifiers() || Base->isAtomicType() || Base->isSizelessType() ||
      Context.getTypeAlign(Base) > Context.getTargetInfo().getNewAlign())
    return false;
  const auto *Record = Base->getAsCXXRecordDecl();
  if (Record && !isPublic(*Record, const_cast<ASTContext &>(Context)))
    return false;
  // A vector destroys its elements from the first to the last, an array the
  // other way round. And one of bool holds none.
  bool IsTrivial = Base.isTrivialType(Context) && !Base->isBooleanType();
  bool IsArrayOfArrays = Context.getAsArrayType(Variable.getType())
                             ->getElementType()
                             ->isArrayType();
  Shape.Holder = IsTrivial && !IsArrayOfArrays ? ArrayHolder::Vector
                                               : ArrayHolder::UniquePointer;
  return true;
}

std::string ShapeReader::findStableBound() const {
  if (!isShadowed(Shape.Bound))
    return Shape.Bound;
  return toString(Context.getAsConstantArrayType(Variable.getType())->getSize(),
                  10,
                  /*Signed=*/false);
}

std::optional<ArrayShape> ShapeReader::run() {
  if (!Statement.isSingleDecl() || Variable.hasAttrs() ||
      Variable.getStorageClass() != SC_None || Variable.isConstexpr() ||
      Variable.getLocation().isMacroID() || !readBounds() || !readElement() ||
      !readInitializer() || !chooseHolder())
    return std::nullopt;
  // The type has to be written again, elsewhere, for its size.
  if (isShadowed(Shape.Element) || isShadowed(Shape.Inner))
    return std::nullopt;
  Shape.StableBound = findStableBound();
  return std::move(Shape);
}

std::optional<ArrayShape> findArrayShape(const VarDecl &Variable,
                                         const DeclStmt &Statement,
                                         const FunctionDecl &Function,
                                         const ASTContext &Context) {
  return ShapeReader(Variable, Statement, Function, Context).run();
}

} // namespace offstack
