//===- ContainerSizes.cpp - Containers that grow with the depth -----------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Goes by the names of functions, as those of std::vector and std::string have
// them: their bodies are many, and say less.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/ContainerSizes.h"
#include "Offstack/Analysis/DirectCallGraph.h"
#include "Offstack/Analysis/LimitTests.h"
#include "Offstack/Analysis/TypedField.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// A smaller constant tells how many arguments or children there are.
static constexpr uint64_t LeastLimit = 8;

/// Returns the last part of the path that the name \p Mangled of Rust is.
static std::string findRustName(const std::string &Mangled) {
  char *Buffer = rustDemangle(Mangled);
  std::string Name = Buffer ? Buffer : "";
  std::free(Buffer);
  return StringRef(Name).rsplit("::").second.str();
}

std::string findBaseName(const CallBase &Call) {
  const Function *Callee = findDirectCallee(Call);
  if (!Callee)
    return "";
  // The demangler keeps pointers into the name.
  std::string Mangled = Callee->getName().str();
  if (StringRef(Mangled).starts_with("_R"))
    return findRustName(Mangled);
  ItaniumPartialDemangler Demangler;
  if (Demangler.partialDemangle(Mangled.c_str()) || !Demangler.isFunction())
    return "";
  char *Buffer = Demangler.getFunctionBaseName(nullptr, nullptr);
  std::string Name = Buffer ? Buffer : "";
  std::free(Buffer);
  return Name;
}

/// Returns the object whose size \p V is, or null.
static const Value *findMeasured(const Value &V) {
  const Value *Part = &V;
  if (const auto *Cast = dyn_cast<CastInst>(Part))
    Part = Cast->getOperand(0);
  const auto *Call = dyn_cast<CallBase>(Part);
  if (!Call || Call->arg_empty() ||
      !Call->getArgOperand(0)->getType()->isPointerTy() ||
      !is_contained({"size", "length", "depth"}, findBaseName(*Call)))
    return nullptr;
  return Call->getArgOperand(0);
}

/// Returns true if \p A and \p B are the same place.
static bool isSameObject(const Value &A, const Value &B) {
  const DataLayout &DL = cast<Instruction>(&A)->getDataLayout();
  return findObject(A) == findObject(B) &&
         findTypedField(A, DL) == findTypedField(B, DL);
}

/// Returns true if \p F adds to \p Object, as a number of elements or as a
/// longer copy.
static bool growsIn(const Function &F, const Value &Object) {
  return any_of(instructions(F), [&](const Instruction &I) {
    const auto *Call = dyn_cast<CallBase>(&I);
    if (!Call || none_of(Call->args(), [&](const Value *Actual) {
          return Actual == &Object ||
                 (isa<Instruction>(Actual) && isa<Instruction>(Object) &&
                  isSameObject(*Actual, Object));
        }))
      return false;
    return is_contained({"push_back", "emplace_back", "push_front",
                         "emplace_front", "push", "emplace", "insert", "append",
                         "operator+", "operator+="},
                        findBaseName(*Call));
  });
}

bool isLimitedBySize(const CallBase &Call) {
  const Function &F = *Call.getFunction();
  EdgeSet Passing;
  for (const EdgeFact &Fact : collectEdgeFacts(F)) {
    const Value *Object = findMeasured(*Fact.Left);
    CmpInst::Predicate Holds = Fact.Holds;
    const Value *Limit = Fact.Right;
    if (!Object) {
      Object = findMeasured(*Fact.Right);
      Holds = CmpInst::getSwappedPredicate(Holds);
      Limit = Fact.Left;
    }
    const auto *Constant = dyn_cast<ConstantInt>(Limit);
    if (!Object || (Constant && Constant->getValue().ult(LeastLimit)) ||
        ICmpInst::isEquality(Holds) || !isLimiting(Holds, /*IsDown=*/false))
      continue;
    if (growsIn(F, *Object))
      Passing.insert({Fact.From, Fact.To});
  }
  return !Passing.empty() &&
         !findReachable(F.getEntryBlock(), Passing).contains(Call.getParent());
}

} // namespace offstack
