//===- FrameVariables.cpp - Which variable is in which slot ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Numbers allocas, and matches them with variables by order, size and kind of
// type. Among the allocas are temporaries, and variables behind a return have
// none.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/FrameVariables.h"
#include "Offstack/Clang/CodeOwners.h"
#include "Offstack/Clang/StackObjects.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include <map>

using namespace clang;
using namespace llvm;

namespace offstack {

static constexpr llvm::StringLiteral NoteKind = "offstack.frame-object";

static void note(AllocaInst &AI, size_t Number) {
  llvm::LLVMContext &Context = AI.getContext();
  auto *Value = ConstantInt::get(llvm::Type::getInt64Ty(Context), Number);
  AI.setMetadata(NoteKind,
                 MDNode::get(Context, ConstantAsMetadata::get(Value)));
}

void FrameVariables::number(llvm::Function &F) {
  const DataLayout &Layout = F.getParent()->getDataLayout();
  NumberedFunction Function = {F.getName().str(), Objects.size()};
  // Clang has all allocas of a fixed size in front of all else.
  for (llvm::Instruction &I : F.getEntryBlock()) {
    auto *AI = dyn_cast<AllocaInst>(&I);
    if (!AI)
      break;
    std::optional<TypeSize> Size = AI->getAllocationSize(Layout);
    if (!Size || Size->isScalable() || Size->getFixedValue() < SmallestBytes)
      continue;
    note(*AI, Objects.size());
    Objects.push_back(
        {Size->getFixedValue(), isa<llvm::StructType>(AI->getAllocatedType())});
    ++Function.Count;
  }
  if (Function.Count)
    Numbered.push_back(std::move(Function));
}

void FrameVariables::number(llvm::Module &M) {
  for (llvm::Function &F : M)
    if (!F.isDeclaration())
      number(F);
}

SmallVector<StringRef, 8> FrameVariables::getFunctionNames() const {
  SmallVector<StringRef, 8> Names;
  for (const NumberedFunction &F : Numbered)
    Names.push_back(F.Name);
  return Names;
}

/// Returns true if \p Object, an alloca, may be that of \p Local.
template <typename ObjectType>
static bool mayBe(const ObjectType &Object, const StackObject &Local) {
  return Local.Size == Object.Bytes &&
         Local.Variable->getType()->isRecordType() == Object.IsClass;
}

/// Returns true if each of \p Locals that may be \p Object has one like it
/// among
/// \p Objects.
template <typename ObjectType>
static bool hasEnough(ArrayRef<ObjectType> Objects,
                      ArrayRef<StackObject> Locals, const ObjectType &Object) {
  auto IsLocal = [&](const StackObject &Local) { return mayBe(Object, Local); };
  return count_if(Objects, [&](const ObjectType &Other) {
           return Other.Bytes == Object.Bytes &&
                  Other.IsClass == Object.IsClass;
         }) >= count_if(Locals, IsLocal);
}

/// Returns, for each of \p Objects, the number of the first of \p Locals that
/// can be it, behind that of the one before. Nothing for those without one.
template <typename ObjectRange, typename LocalRange>
static SmallVector<std::optional<size_t>, 8>
assignInOrder(const ObjectRange &Objects, const LocalRange &Locals) {
  SmallVector<std::optional<size_t>, 8> Numbers;
  auto Next = Locals.begin();
  for (const auto &Object : Objects) {
    auto Found =
        std::find_if(Next, Locals.end(), [&](const StackObject &Local) {
          return mayBe(Object, Local);
        });
    Numbers.emplace_back();
    if (Found == Locals.end())
      continue;
    Numbers.back() = std::distance(Locals.begin(), Found);
    Next = std::next(Found);
  }
  return Numbers;
}

namespace {

/// The numbers of an object and of the variable that it surely is.
struct Anchor {
  size_t Object;
  size_t Local;
};

/// What there is of one size.
struct Alike {
  SmallVector<size_t, 2> Objects;
  SmallVector<size_t, 2> Locals;
};

} // namespace

/// Returns the pairs of \p Objects and \p Locals of which there are as many of
/// one as of the other of their size, in order; none if that contradicts the
/// order of all. A large array is mostly the only one of its size, and what
/// lies between two such pairs belongs together.
template <typename ObjectType>
static SmallVector<Anchor, 8> findAnchors(ArrayRef<ObjectType> Objects,
                                          ArrayRef<StackObject> Locals) {
  std::map<std::pair<uint64_t, bool>, Alike> BySize;
  for (auto [Index, Object] : enumerate(Objects))
    BySize[{Object.Bytes, Object.IsClass}].Objects.push_back(Index);
  for (auto [Index, Local] : enumerate(Locals))
    BySize[{Local.Size, Local.Variable->getType()->isRecordType()}]
        .Locals.push_back(Index);
  SmallVector<Anchor, 8> Anchors;
  for (const auto &[Size, Members] : BySize)
    if (Members.Objects.size() == Members.Locals.size())
      for (auto [Object, Local] : zip(Members.Objects, Members.Locals))
        Anchors.push_back({Object, Local});
  sort(Anchors,
       [](const Anchor &L, const Anchor &R) { return L.Object < R.Object; });
  if (!is_sorted(Anchors, [](const Anchor &L, const Anchor &R) {
        return L.Local < R.Local;
      }))
    Anchors.clear();
  return Anchors;
}

/// Appends to \p Found the variable of each of \p Own among \p Locals; null for
/// those that have none or of which that is not certain. Returns true if there
/// is one that can be.
///
/// An object is what it is when one begins with the first and when one begins
/// with the last. The two differ where there are more objects than variables of
/// a size: but which of them is a temporary does not matter as long as each has
/// a slot of its own, as without optimisation.
bool FrameVariables::matchInOrder(
    ArrayRef<Object> Own, ArrayRef<StackObject> Locals,
    SmallVectorImpl<const VarDecl *> &Found) const {
  auto Forward = assignInOrder(Own, Locals);
  auto Backward = assignInOrder(reverse(Own), reverse(Locals));
  for (auto [Object, First, Last] : zip(Own, Forward, reverse(Backward))) {
    bool IsCertain = First && Last && *First == Locals.size() - 1 - *Last;
    bool IsAlike = !IsOptimised && hasEnough(Own, Locals, Object);
    Found.push_back(First && (IsCertain || IsAlike) ? Locals[*First].Variable
                                                    : nullptr);
  }
  return any_of(Forward, [](auto Number) { return Number.has_value(); });
}

/// Finds the variable of each object of \p F among \p Locals, as matchInOrder.
/// Returns false if F cannot be of this code.
bool FrameVariables::match(const NumberedFunction &F,
                           ArrayRef<StackObject> Locals,
                           SmallVectorImpl<const VarDecl *> &Found) const {
  ArrayRef<Object> Own = ArrayRef<Object>(Objects).slice(F.First, F.Count);
  SmallVector<Anchor, 8> Anchors = findAnchors(Own, Locals);
  bool IsPossible = Locals.empty() || !Anchors.empty();
  size_t Start = 0;
  for (const Anchor &Next : Anchors) {
    matchInOrder(Own.slice(Found.size(), Next.Object - Found.size()),
                 Locals.slice(Start, Next.Local - Start), Found);
    Found.push_back(Locals[Next.Local].Variable);
    Start = Next.Local + 1;
  }
  IsPossible |= matchInOrder(Own.drop_front(Found.size()),
                             Locals.drop_front(Start), Found);
  return IsPossible;
}

/// Returns the variables of \p Owner that are large enough, in source order.
static SmallVector<StackObject, 8> collectLocals(const Decl &Owner,
                                                 uint64_t SmallestBytes) {
  SmallVector<StackObject, 8> Locals =
      collectStackObjects(Owner, Owner.getASTContext(), Precision::Exact)
          .Locals;
  erase_if(Locals, [&](const StackObject &Local) {
    return Local.Size < SmallestBytes;
  });
  return Locals;
}

void FrameVariables::resolve(NumberedFunction &F, const CodeOwners &Owners) {
  bool IsAmbiguous = false;
  F.Owner = nullptr;
  for (const Decl *Owner : Owners.find(F.Name)) {
    SmallVector<const VarDecl *, 8> Found;
    if (!match(F, collectLocals(*Owner, SmallestBytes), Found))
      continue;
    Emitted.insert(Owner);
    // Of two lambdas that are alike, it is neither.
    IsAmbiguous |= F.Owner != nullptr;
    F.Owner = IsAmbiguous ? nullptr : Owner;
    for (auto [Index, Variable] : enumerate(Found))
      Objects[F.First + Index].Variable = IsAmbiguous ? nullptr : Variable;
  }
}

void FrameVariables::resolve(const CodeOwners &Owners) {
  for (NumberedFunction &F : Numbered)
    resolve(F, Owners);
}

const Decl *FrameVariables::findOwner(StringRef Function) const {
  auto Found = find_if(
      Numbered, [&](const NumberedFunction &F) { return F.Name == Function; });
  return Found == Numbered.end() ? nullptr : Found->Owner;
}

const VarDecl *FrameVariables::find(const AllocaInst &Alloca) const {
  const MDNode *Note = Alloca.getMetadata(NoteKind);
  if (!Note)
    return nullptr;
  return Objects[mdconst::extract<ConstantInt>(Note->getOperand(0))
                     ->getZExtValue()]
      .Variable;
}

} // namespace offstack
