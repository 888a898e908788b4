//===- BoundArithmetic.cpp - The most that an expression can be -----------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What each operator makes of its operands. Sizes are not negative.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/BoundArithmetic.h"
#include "Offstack/Clang/SizeConditions.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Types of more bits limit nothing that fits a stack.
static constexpr unsigned BoundingTypeBits = 16;

std::optional<uint64_t> findLesserBound(std::optional<uint64_t> Left,
                                        std::optional<uint64_t> Right) {
  if (Left && Right)
    return std::min(*Left, *Right);
  return Left ? Left : Right;
}

std::optional<uint64_t> findTypeBound(const Expr &E,
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

/// Returns true if \p Call calls the function \p Name of the namespace std.
static bool isNamed(const CallExpr &Call, StringRef Name) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  return Callee && Callee->isInStdNamespace() && Callee->getIdentifier() &&
         Callee->getName() == Name;
}

SmallVector<const Expr *, 2> findOperands(const Expr &E) {
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
    return findLesserBound(Left, Right);
  case BO_Rem:
    if (Right && *Right)
      Right = *Right - 1;
    return findLesserBound(Left, Right);
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

std::optional<uint64_t> computeBound(const Expr &E,
                                     ArrayRef<std::optional<uint64_t>> Operands,
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
      Result = findLesserBound(Result, Operand);
    else
      Result = Result && Operand ? std::optional(std::max(*Result, *Operand))
                                 : std::nullopt;
  }
  return Result;
}

} // namespace offstack
