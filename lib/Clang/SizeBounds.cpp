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
#include "Offstack/Clang/BoundArithmetic.h"
#include "Offstack/Clang/Repetitions.h"
#include "Offstack/Clang/ValueFacts.h"
#include "clang/AST/ASTContext.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// The most parts of an expression that are looked at.
static constexpr size_t MostParts = 64;

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
      ValueFacts Known = findValueFacts(*Value, *At, Parents, Context);
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
    Bounds[I] = findLesserBound(P.Bound, computeBound(*P.E, Operands, Context));
    if (Accepted == Evidence::Any)
      Bounds[I] = findLesserBound(Bounds[I], findTypeBound(*P.E, Context));
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

std::optional<uint64_t> SizeBounds::findRepetitions(const Stmt &S) const {
  return offstack::findRepetitions(S, Parents, Context);
}

} // namespace offstack
