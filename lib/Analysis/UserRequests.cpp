//===- UserRequests.cpp - What users ask for objects ----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Metadata of an alloca first, then attributes of its function.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/UserRequests.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Metadata.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral UserNote = "offstack.user";

/// Returns the name of the function attribute for \p Row.
static std::string getFunctionAttribute(const AttributeRow &Row) {
  return ("offstack-" + Row.Name).str();
}

/// Returns the text of operand \p Index of \p Note, or nothing in a note that
/// Offstack did not write.
static StringRef getText(const MDNode &Note, unsigned Index) {
  if (Index >= Note.getNumOperands())
    return "";
  const auto *Text = dyn_cast_or_null<MDString>(Note.getOperand(Index));
  return Text ? Text->getString() : "";
}

static std::optional<UserRequest> findOwnRequest(const AllocaInst &AI) {
  const MDNode *Note = AI.getMetadata(UserNote);
  if (!Note)
    return std::nullopt;
  for (const AttributeRow &Row : getAttributeRows())
    if (Row.Name == getText(*Note, 0))
      return UserRequest{Row.Id, getText(*Note, 1)};
  return std::nullopt;
}

/// Returns what the attributes of \p F ask for. The rows begin with 'keep'.
static std::optional<UserRequest> findFunctionRequest(const Function &F) {
  for (const AttributeRow &Row : getAttributeRows())
    if (!isAboutObjects(Row.Id))
      continue;
    else if (Attribute Found = F.getFnAttribute(getFunctionAttribute(Row));
             Found.isValid())
      return UserRequest{Row.Id, Found.getValueAsString()};
  return std::nullopt;
}

static bool isWorthABox(const AllocaInst &AI) {
  std::optional<TypeSize> Size =
      AI.getAllocationSize(AI.getFunction()->getDataLayout());
  return AI.isStaticAlloca() && Size && !Size->isScalable() &&
         Size->getFixedValue() >= SmallestUsefulBox;
}

/// Returns true if \p Request of the function of \p AI is about \p AI too.
static bool appliesTo(const AllocaInst &AI, const UserRequest &Request) {
  switch (Request.Kind) {
  case UserAttribute::Keep:
    return true;
  case UserAttribute::Box:
    return isWorthABox(AI);
  case UserAttribute::MaxDepth:
  case UserAttribute::Budget:
    return false;
  }
  llvm_unreachable("all attributes are covered");
}

std::optional<UserRequest> findUserRequest(const AllocaInst &AI) {
  if (std::optional<UserRequest> Own = findOwnRequest(AI))
    return Own;
  std::optional<UserRequest> Request = findFunctionRequest(*AI.getFunction());
  if (Request && appliesTo(AI, *Request))
    return Request;
  return std::nullopt;
}

bool isBoxRequested(const AllocaInst &AI) {
  std::optional<UserRequest> Request = findUserRequest(AI);
  return Request && Request->Kind == UserAttribute::Box;
}

bool isKeepRequested(const AllocaInst &AI) {
  std::optional<UserRequest> Request = findUserRequest(AI);
  return Request && Request->Kind == UserAttribute::Keep;
}

std::optional<uint64_t> findBudget(const Function &F) {
  Attribute Found = F.getFnAttribute(
      getFunctionAttribute(getAttributeRow(UserAttribute::Budget)));
  if (!Found.isValid())
    return std::nullopt;
  return findNumber({UserAttribute::Budget, Found.getValueAsString()});
}

void noteUserRequest(AllocaInst &AI, const UserRequest &Request) {
  std::optional<UserRequest> Noted = findOwnRequest(AI);
  if (Noted && Noted->Kind == UserAttribute::Keep)
    return;
  LLVMContext &Context = AI.getContext();
  StringRef Name = getAttributeRow(Request.Kind).Name;
  AI.setMetadata(
      UserNote, MDNode::get(Context, {MDString::get(Context, Name),
                                      MDString::get(Context, Request.Reason)}));
}

void noteUserRequest(Function &F, const UserRequest &Request) {
  F.addFnAttr(getFunctionAttribute(getAttributeRow(Request.Kind)),
              Request.Reason);
}

bool spreadUserRequest(Function &F) {
  std::optional<UserRequest> Request = findFunctionRequest(F);
  if (!Request)
    return false;
  bool Changed = false;
  for (Instruction &I : instructions(F)) {
    auto *AI = dyn_cast<AllocaInst>(&I);
    if (!AI || findOwnRequest(*AI) || !appliesTo(*AI, *Request))
      continue;
    noteUserRequest(*AI, *Request);
    Changed = true;
  }
  return Changed;
}

} // namespace offstack
