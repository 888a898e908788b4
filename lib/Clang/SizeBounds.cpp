//===- SizeBounds.cpp - The most that a size can be -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An expression is flattened, operands behind what uses them, and computed from
// the end. A variable's operand is what it got its value from.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/SizeBounds.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// The most parts of an expression that are looked at.
static constexpr size_t MostParts = 64;

/// Types of more bits limit nothing that fits a stack.
static constexpr unsigned BoundingTypeBits = 16;

SizeBounds::SizeBounds(const Decl &Owner, const ASTContext &Context)
    : Context(Context) {
  SmallVector<const Stmt *, 32> Worklist(1, Owner.getBody());
  while (!Worklist.empty()) {
    const Stmt *S = Worklist.pop_back_val();
    if (!S)
      continue;
    for (const Stmt *Child : S->children()) {
      if (!Child)
        continue;
      Parents[Child] = S;
      Worklist.push_back(Child);
    }
  }
}

/// Returns the greatest value of \p E that its type allows, if that has few
/// bits.
static std::optional<uint64_t> findTypeBound(const Expr &E,
                                             const ASTContext &Context) {
  if (const FieldDecl *Field = E.getSourceBitField())
    if (Field->getBitWidthValue() <= BoundingTypeBits)
      return maskTrailingOnes<uint64_t>(Field->getBitWidthValue());
  QualType T = E.getType();
  if (!T->isIntegralOrEnumerationType() || T->isDependentType())
    return std::nullopt;
  uint64_t Bits = T->isBooleanType() ? 1 : Context.getIntWidth(T);
  Bits -= T->isSignedIntegerOrEnumerationType();
  // The bits that are left of a number that is shifted.
  if (const auto *Shift = dyn_cast<BinaryOperator>(&E);
      Shift && Shift->getOpcode() == BO_Shr)
    if (auto Count = findConstant(*Shift->getRHS(), Context))
      Bits -= std::min(Bits, *Count);
  if (Bits > BoundingTypeBits)
    return std::nullopt;
  return maskTrailingOnes<uint64_t>(static_cast<unsigned>(Bits));
}

/// Returns the lesser of two bounds; nothing is greater than all.
static std::optional<uint64_t> lesser(std::optional<uint64_t> Left,
                                      std::optional<uint64_t> Right) {
  if (Left && Right)
    return std::min(*Left, *Right);
  return Left ? Left : Right;
}

/// Returns the condition of \p S, if \p Arm is one of its two ways and \p S a
/// statement or expression that chooses, and for which value it is taken.
static std::optional<std::pair<const Expr *, bool>>
findChoice(const Stmt &S, const Stmt *Arm) {
  if (const auto *If = dyn_cast<IfStmt>(&S)) {
    if (If->getCond() && (Arm == If->getThen() || Arm == If->getElse()))
      return {{If->getCond(), Arm == If->getThen()}};
  } else if (const auto *Choice = dyn_cast<ConditionalOperator>(&S)) {
    if (Arm == Choice->getTrueExpr() || Arm == Choice->getFalseExpr())
      return {{Choice->getCond(), Arm == Choice->getTrueExpr()}};
  } else if (const auto *Operator = dyn_cast<BinaryOperator>(&S)) {
    if (Operator->isLogicalOp() && Arm == Operator->getRHS())
      return {{Operator->getLHS(), Operator->getOpcode() == BO_LAnd}};
  } else if (const auto *Loop = dyn_cast<ForStmt>(&S)) {
    if (Loop->getCond() && Arm == Loop->getBody())
      return {{Loop->getCond(), true}};
  } else if (const auto *Loop = dyn_cast<WhileStmt>(&S)) {
    if (Arm == Loop->getBody())
      return {{Loop->getCond(), true}};
  }
  return std::nullopt;
}

static bool isLoop(const Stmt &S) {
  return isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
}

/// Returns the value that \p S, an assignment or declaration, gives \p Value.
static const Expr *findDefinition(const Stmt &S, const NamedValue &Value) {
  if (const auto *Group = dyn_cast<DeclStmt>(&S)) {
    for (const Decl *D : Group->decls())
      if (Value.size() == 1 && D == Value[0])
        return cast<VarDecl>(D)->getInit();
    return nullptr;
  }
  const auto *E = dyn_cast<Expr>(&S);
  const auto *Assignment =
      E ? dyn_cast<BinaryOperator>(E->IgnoreParenCasts()) : nullptr;
  if (!Assignment || Assignment->getOpcode() != BO_Assign)
    return nullptr;
  std::optional<NamedValue> Target = findNamedValue(*Assignment->getLHS());
  return Target && *Target == Value ? Assignment->getRHS() : nullptr;
}

/// Returns the constant that \p Arm sets \p Value to, as in
/// `if (n > 64) n = 64;`, or nothing.
static std::optional<uint64_t> findConstantSet(const Stmt *Arm,
                                               const NamedValue &Value,
                                               const ASTContext &Context) {
  while (const auto *Block = dyn_cast_or_null<CompoundStmt>(Arm))
    Arm = Block->body_empty() ? nullptr : Block->body_back();
  const Expr *Definition = Arm ? findDefinition(*Arm, Value) : nullptr;
  return Definition ? findConstant(*Definition, Context) : std::nullopt;
}

/// Returns the bound on \p Value behind the choice between \p Then and \p Else
/// by \p Condition: one way does not come here, or sets the value.
static std::optional<uint64_t>
findBoundBehind(const Expr &Condition, const Stmt *Then, const Stmt *Else,
                const NamedValue &Value, const ASTContext &Context) {
  std::optional<uint64_t> Least;
  for (bool Taken : {true, false}) {
    const Stmt *Other = Taken ? Else : Then;
    std::optional<uint64_t> Bound =
        findBoundInCondition(Condition, Taken, Value, Context);
    if (!Bound)
      continue;
    if (leaves(Other))
      Least = lesser(Least, Bound);
    else if (auto Set = findConstantSet(Other, Value, Context))
      Least = lesser(Least, std::max(*Bound, *Set));
  }
  return Least;
}

/// Adds to \p Known what the statement \p Sibling, which runs before, tells of
/// \p Value. Returns false if what is before that counts no more.
bool SizeBounds::readEarlier(const Stmt &Sibling, const NamedValue &Value,
                             Facts &Known) const {
  if (const Expr *Definition = findDefinition(Sibling, Value)) {
    Known.Definition = Definition;
    return false;
  }
  // An assert is a choice within an expression.
  SmallVector<const Stmt *, 8> Worklist(1, &Sibling);
  while (!Worklist.empty()) {
    const Stmt *S = Worklist.pop_back_val();
    if (!S)
      continue;
    std::optional<uint64_t> Bound;
    if (const auto *If = dyn_cast<IfStmt>(S); If && If->getCond())
      Bound = findBoundBehind(*If->getCond(), If->getThen(), If->getElse(),
                              Value, Context);
    else if (const auto *Choice = dyn_cast<ConditionalOperator>(S))
      Bound = findBoundBehind(*Choice->getCond(), Choice->getTrueExpr(),
                              Choice->getFalseExpr(), Value, Context);
    else if (isa<Expr, CompoundStmt>(S) && (S == &Sibling || !isLoop(*S)))
      append_range(Worklist, S->children());
    if (Bound) {
      Known.Bound = lesser(Known.Bound, Bound);
      return true;
    }
  }
  return !mayChange(&Sibling, Value);
}

SizeBounds::Facts SizeBounds::findFacts(const NamedValue &Value,
                                        const Stmt &At) const {
  Facts Known;
  if (Value.size() == 1)
    if (const auto *Variable = cast_or_null<VarDecl>(Value[0]);
        Variable && Variable->getType().isConstQualified())
      Known.Definition = Variable->getAnyInitializer();
  const Stmt *Child = &At;
  for (const Stmt *S = getParent(Child); S; Child = S, S = getParent(S)) {
    if (auto Choice = findChoice(*S, Child))
      Known.Bound = lesser(
          Known.Bound,
          findBoundInCondition(*Choice->first, Choice->second, Value, Context));
    if (isLoop(*S) && mayChange(S, Value))
      return Known;
    const auto *Block = dyn_cast<CompoundStmt>(S);
    if (!Block)
      continue;
    auto Self = find(Block->body(), Child);
    for (const Stmt *Earlier : reverse(make_range(Block->body_begin(), Self)))
      if (!readEarlier(*Earlier, Value, Known))
        return Known;
  }
  return Known;
}

namespace {

/// An expression, and where its operands begin.
struct Part {
  const Expr *E;
  size_t FirstOperand = 0;
  size_t OperandCount = 0;
  /// What conditions say.
  std::optional<uint64_t> Bound = std::nullopt;
};

} // namespace

/// Returns true if \p Call calls the function \p Name of the namespace std.
static bool isNamed(const CallExpr &Call, StringRef Name) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  return Callee && Callee->isInStdNamespace() && Callee->getIdentifier() &&
         Callee->getName() == Name;
}

/// Returns the expressions that the value of \p E is computed from.
static SmallVector<const Expr *, 2> findOperands(const Expr &E) {
  if (const auto *Cast = dyn_cast<CastExpr>(&E))
    return {Cast->getSubExpr()};
  if (const auto *Full = dyn_cast<FullExpr>(&E))
    return {Full->getSubExpr()};
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(&E))
    return {Temporary->getSubExpr()};
  if (const auto *Choice = dyn_cast<ConditionalOperator>(&E))
    return {Choice->getTrueExpr(), Choice->getFalseExpr()};
  if (const auto *Operator = dyn_cast<BinaryOperator>(&E)) {
    if (Operator->isCommaOp() || Operator->getOpcode() == BO_Assign)
      return {Operator->getRHS()};
    return {Operator->getLHS(), Operator->getRHS()};
  }
  if (const auto *Statements = dyn_cast<StmtExpr>(&E)) {
    const CompoundStmt &Block = *Statements->getSubStmt();
    if (!Block.body_empty())
      if (const auto *Last = dyn_cast<Expr>(Block.body_back()))
        return {Last};
  }
  if (const auto *Call = dyn_cast<CallExpr>(&E)) {
    if (isNamed(*Call, "min") || isNamed(*Call, "max"))
      return {Call->arg_begin(), Call->arg_end()};
    if (isNamed(*Call, "clamp") && Call->getNumArgs() >= 3)
      return {Call->getArg(2)};
  }
  return {};
}

static bool areSame(const Expr &Left, const Expr &Right,
                    const ASTContext &Context) {
  FoldingSetNodeID LeftID, RightID;
  Left.IgnoreParenImpCasts()->Profile(LeftID, Context, /*Canonical=*/true);
  Right.IgnoreParenImpCasts()->Profile(RightID, Context, /*Canonical=*/true);
  return LeftID == RightID;
}

/// Returns true if \p Choice gives the smaller of two, as in `a < b ? a : b`.
static bool isMinimum(const ConditionalOperator &Choice,
                      const ASTContext &Context) {
  const auto *Comparison =
      dyn_cast<BinaryOperator>(Choice.getCond()->IgnoreParenImpCasts());
  if (!Comparison || !Comparison->isRelationalOp())
    return false;
  const Expr *Least = Choice.getTrueExpr(), *Other = Choice.getFalseExpr();
  if (Comparison->getOpcode() == BO_GT || Comparison->getOpcode() == BO_GE)
    std::swap(Least, Other);
  return areSame(*Least, *Comparison->getLHS(), Context) &&
         areSame(*Other, *Comparison->getRHS(), Context);
}

/// Returns the bound of \p Operator with operands of the bounds \p Left and
/// \p Right.
static std::optional<uint64_t> compute(const BinaryOperator &Operator,
                                       std::optional<uint64_t> Left,
                                       std::optional<uint64_t> Right,
                                       const ASTContext &Context) {
  std::optional<uint64_t> Constant = findConstant(*Operator.getRHS(), Context);
  bool AreKnown = Left && Right;
  switch (Operator.getOpcode()) {
  case BO_And:
    return lesser(Left, Right);
  case BO_Rem:
    if (Right && *Right)
      Right = *Right - 1;
    return lesser(Left, Right);
  case BO_Add:
    return AreKnown ? std::optional(SaturatingAdd(*Left, *Right))
                    : std::nullopt;
  case BO_Mul:
    return AreKnown ? std::optional(SaturatingMultiply(*Left, *Right))
                    : std::nullopt;
  // Less is taken away than there is: else the size would be none.
  case BO_Sub:
    return Left;
  case BO_Div:
    return Left && Constant && *Constant ? std::optional(*Left / *Constant)
                                         : Left;
  case BO_Shr:
    return Left && Constant && *Constant < 64
               ? std::optional(*Left >> *Constant)
               : Left;
  case BO_Shl:
    return Left && Constant && *Constant < 32
               ? std::optional(
                     SaturatingMultiply(*Left, uint64_t(1) << *Constant))
               : std::nullopt;
  case BO_Or:
  case BO_Xor:
    return AreKnown ? std::optional(maskTrailingOnes<uint64_t>(
                          64 - countl_zero(*Left | *Right)))
                    : std::nullopt;
  case BO_Comma:
  case BO_Assign:
    return Left;
  default:
    return std::nullopt;
  }
}

/// Returns the bound of \p E from those of its operands.
static std::optional<uint64_t>
compute(const Expr &E, ArrayRef<std::optional<uint64_t>> Operands,
        const ASTContext &Context) {
  if (Operands.empty())
    return std::nullopt;
  if (const auto *Operator = dyn_cast<BinaryOperator>(&E))
    return compute(*Operator, Operands[0],
                   Operands.size() > 1 ? Operands[1] : std::nullopt, Context);
  const auto *Call = dyn_cast<CallExpr>(&E);
  const auto *Choice = dyn_cast<ConditionalOperator>(&E);
  bool IsLeast = (Call && isNamed(*Call, "min")) ||
                 (Choice && isMinimum(*Choice, Context));
  std::optional<uint64_t> Result = Operands[0];
  for (std::optional<uint64_t> Operand : drop_begin(Operands)) {
    if (IsLeast)
      Result = lesser(Result, Operand);
    else
      Result = Result && Operand ? std::optional(std::max(*Result, *Operand))
                                 : std::nullopt;
  }
  return Result;
}

std::optional<uint64_t> SizeBounds::findGreatest(const Expr &E,
                                                 Evidence Accepted) const {
  SmallVector<Part, 16> Parts;
  Parts.push_back({E.IgnoreParens()});
  for (size_t I = 0; I < Parts.size() && Parts.size() < MostParts; ++I) {
    const Expr *At = Parts[I].E;
    if (findConstant(*At, Context))
      continue;
    SmallVector<const Expr *, 2> Operands = findOperands(*At);
    // A conversion reads a variable, which has the facts.
    if (std::optional<NamedValue> Value;
        !isa<CastExpr>(At) && (Value = findNamedValue(*At))) {
      Facts Known = findFacts(*Value, *At);
      Parts[I].Bound = Known.Bound;
      if (Known.Definition)
        Operands = {Known.Definition};
    }
    Parts[I].FirstOperand = Parts.size();
    Parts[I].OperandCount = Operands.size();
    for (const Expr *Operand : Operands)
      Parts.push_back({Operand->IgnoreParens()});
  }
  SmallVector<std::optional<uint64_t>, 16> Bounds(Parts.size());
  for (size_t I = Parts.size(); I-- > 0;) {
    const Part &P = Parts[I];
    if (std::optional<uint64_t> Constant = findConstant(*P.E, Context)) {
      Bounds[I] = Constant;
      continue;
    }
    auto Operands = ArrayRef(Bounds).slice(P.FirstOperand, P.OperandCount);
    Bounds[I] = lesser(P.Bound, compute(*P.E, Operands, Context));
    if (Accepted == Evidence::Any)
      Bounds[I] = lesser(Bounds[I], findTypeBound(*P.E, Context));
  }
  return Bounds[0];
}

std::optional<uint64_t> SizeBounds::findMostBytes(QualType T,
                                                  Evidence Accepted) const {
  uint64_t Bytes = 1;
  while (const clang::ArrayType *Array = Context.getAsArrayType(T)) {
    const auto *Variable = dyn_cast<VariableArrayType>(Array);
    if (!Variable)
      break;
    if (!Variable->getSizeExpr())
      return std::nullopt;
    std::optional<uint64_t> Count =
        findGreatest(*Variable->getSizeExpr(), Accepted);
    if (!Count)
      return std::nullopt;
    Bytes = SaturatingMultiply(Bytes, *Count);
    T = Array->getElementType();
  }
  if (T->isDependentType() || T->isIncompleteType())
    return std::nullopt;
  return SaturatingMultiply(
      Bytes,
      static_cast<uint64_t>(Context.getTypeSizeInChars(T).getQuantity()));
}

/// Returns what surely ends the run of \p Block behind its statement \p Child,
/// or null if nothing does.
static const Stmt *findEnd(const CompoundStmt &Block, const Stmt *Child) {
  auto Later = make_range(find(Block.body(), Child), Block.body_end());
  auto End = find_if(
      Later, [&](const Stmt *S) { return !isa<CompoundStmt>(S) && leaves(S); });
  return End == Block.body_end() ? nullptr : *End;
}

/// Returns how often the body of \p Loop runs, if it counts up to a constant.
static std::optional<uint64_t> findRounds(const Stmt &Loop,
                                          const ASTContext &Context) {
  if (const auto *Do = dyn_cast<DoStmt>(&Loop))
    if (findConstant(*Do->getCond(), Context) == 0)
      return 1;
  const auto *For = dyn_cast<ForStmt>(&Loop);
  if (!For || !For->getCond() || !For->getInc())
    return std::nullopt;
  const auto *Step = dyn_cast<UnaryOperator>(For->getInc()->IgnoreParenCasts());
  if (!Step || !Step->isIncrementOp())
    return std::nullopt;
  std::optional<NamedValue> Counter = findNamedValue(*Step->getSubExpr());
  if (!Counter)
    return std::nullopt;
  std::optional<uint64_t> Last =
      findBoundInCondition(*For->getCond(), true, *Counter, Context);
  return Last ? std::optional(SaturatingAdd<uint64_t>(*Last, 1)) : std::nullopt;
}

std::optional<uint64_t> SizeBounds::findRepetitions(const Stmt &S) const {
  uint64_t Count = 1;
  bool HasBroken = false, HasReturned = false;
  const Stmt *Child = &S;
  for (const Stmt *At = getParent(Child); At; Child = At, At = getParent(At)) {
    if (const auto *Block = dyn_cast<CompoundStmt>(At))
      if (const Stmt *End = findEnd(*Block, Child)) {
        HasBroken |= isa<BreakStmt>(End);
        HasReturned |= !isa<BreakStmt, ContinueStmt>(End);
      }
    if (isa<SwitchStmt>(At))
      HasBroken = false;
    const auto *For = dyn_cast<ForStmt>(At);
    if (!isLoop(*At) || (For && Child == For->getInit()))
      continue;
    if (!HasBroken && !HasReturned) {
      std::optional<uint64_t> Rounds = findRounds(*At, Context);
      if (!Rounds)
        return std::nullopt;
      Count = SaturatingMultiply(Count, *Rounds);
    }
    HasBroken = false;
  }
  return Count;
}

} // namespace offstack
