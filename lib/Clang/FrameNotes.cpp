//===- FrameNotes.cpp - What fills a frame, as notes ----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Puts copies of one variable together, sorts, and words the notes.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/FrameNotes.h"
#include "Offstack/Analysis/MachineFrames.h"
#include "Offstack/Clang/FrameVariables.h"
#include "Offstack/Clang/FunctionFacts.h"
#include "Offstack/Clang/LargeObjects.h"
#include "Offstack/Clang/ScopeOverlap.h"
#include "Offstack/Support/ByteSize.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclObjC.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/IR/DerivedTypes.h"
#include "llvm/IR/Instructions.h"

using namespace clang;
using namespace llvm;

namespace offstack {

unsigned computePercent(uint64_t Part, uint64_t Whole) {
  return static_cast<unsigned>(
      100.0 * static_cast<double>(Part) / static_cast<double>(Whole) + 0.5);
}

const Decl *findOwner(const VarDecl &Variable) {
  const auto *D = dyn_cast<Decl>(Variable.getDeclContext());
  while (D && !isa<FunctionDecl, ObjCMethodDecl, BlockDecl>(D))
    D = dyn_cast_or_null<Decl>(D->getDeclContext());
  return D;
}

/// An overlap of this share of the frame is worth a note.
static constexpr uint64_t NotedOverlapShare = 16;

void noteScopeOverlap(DiagnosticEmitter &Emitter, const Decl &Owner,
                      uint64_t FrameBytes) {
  const Stmt *Body = Owner.getBody();
  if (!Body)
    return;
  uint64_t Overlap = computeScopeOverlap(
      *Body, collectStackObjects(Owner, Owner.getASTContext(), Precision::Exact)
                 .Locals);
  if (Overlap >= FrameBytes / NotedOverlapShare)
    Emitter.note(Note::LargeFrameOverlap, Owner.getLocation())
        << formatExactByteSize(Overlap);
}

namespace {

/// An object of the frame, or several copies of one variable.
struct ObjectGroup {
  /// Null for what has no variable that is known.
  const VarDecl *Variable;
  const AllocaInst *Alloca;
  /// Its place in the list before it is sorted.
  size_t Order;
  uint64_t Bytes = 0;
  unsigned Copies = 0;
};

} // namespace

/// Returns the objects of \p Frame, largest first, without the slots that hold
/// the addresses of boxes, whose bytes it adds to \p AddressBytes.
static SmallVector<ObjectGroup, 8> groupObjects(const FrameBreakdown &Frame,
                                                const FrameVariables &Variables,
                                                uint64_t &AddressBytes) {
  SmallVector<ObjectGroup, 8> Groups;
  SmallDenseMap<const VarDecl *, size_t, 8> Known;
  // Of equal size, the one that was declared first is first: it has the highest
  // address.
  for (const FrameSlot &Slot : reverse(Frame.Objects)) {
    if (isSlot(*Slot.Alloca)) {
      AddressBytes += Slot.Bytes;
      continue;
    }
    const VarDecl *Variable = Variables.find(*Slot.Alloca);
    size_t Index = Groups.size();
    if (Variable)
      Index = Known.try_emplace(Variable, Index).first->second;
    if (Index == Groups.size())
      Groups.push_back({Variable, Slot.Alloca, Index});
    Groups[Index].Bytes += Slot.Bytes;
    ++Groups[Index].Copies;
  }
  sort(Groups, [](const ObjectGroup &L, const ObjectGroup &R) {
    return std::tie(R.Bytes, L.Order) < std::tie(L.Bytes, R.Order);
  });
  return Groups;
}

/// Returns what can be said of an object without a variable: the name of its
/// class, if it has one.
static std::string describeUnnamed(const AllocaInst &Alloca) {
  const auto *Struct = dyn_cast<StructType>(Alloca.getAllocatedType());
  if (!Struct || !Struct->hasName())
    return "an object without a name";
  StringRef Name = Struct->getName();
  for (StringRef Keyword : {"struct.", "class.", "union."})
    if (Name.consume_front(Keyword))
      return ("an object of type '" + Name + "' without a name").str();
  return "an object without a name";
}

/// Returns true if \p Group is of a function that was inlined into the code of
/// \p Owner, which may be null.
static bool isInlined(const ObjectGroup &Group, const Decl *Owner) {
  const Decl *Origin = Group.Variable ? findOwner(*Group.Variable) : nullptr;
  return Owner && Origin &&
         Origin->getCanonicalDecl() != Owner->getCanonicalDecl();
}

static void noteObject(DiagnosticEmitter &Emitter, const ObjectGroup &Group,
                       uint64_t AllBytes, const Decl *Owner,
                       SourceLocation Location) {
  const Decl *Origin = Group.Variable ? findOwner(*Group.Variable) : nullptr;
  DiagnosticBuilder Builder =
      Emitter.note(Note::LargeFrameObject,
                   Group.Variable ? Group.Variable->getLocation() : Location);
  if (Group.Variable)
    addVariableName(Builder, *Group.Variable);
  else
    Builder << describeUnnamed(*Group.Alloca);
  Builder << formatExactByteSize(Group.Bytes)
          << computePercent(Group.Bytes, AllBytes) << (Group.Copies > 1)
          << Group.Copies << isInlined(Group, Owner);
  if (const auto *Named = dyn_cast_or_null<NamedDecl>(Origin))
    Builder << Named;
  else
    Builder << "a block";
  StringRef Hazard = getKeptHazard(*Group.Alloca);
  Builder << !Hazard.empty() << Hazard;
}

namespace {

/// Bytes of the frame that are no objects.
struct RestPart {
  uint64_t Bytes;
  StringRef Name;
  FramePartKind Kind;
};

} // namespace

/// Returns what else is in \p Frame, largest first.
static SmallVector<RestPart, 8> listRest(const FrameBreakdown &Frame,
                                         uint64_t AddressBytes) {
  SmallVector<RestPart, 8> Parts = {
      {AddressBytes, "addresses of boxes", FramePartKind::Other},
      {Frame.SpilledBytes, "spilled registers", FramePartKind::Spills},
      {Frame.SavedBytes, "saved registers", FramePartKind::SavedRegisters},
      {Frame.OtherSlotBytes, "slots of the compiler", FramePartKind::Other},
      {Frame.CallBytes, "arguments of calls", FramePartKind::CallArguments},
      {Frame.PaddingBytes, "padding", FramePartKind::Padding}};
  erase_if(Parts, [](const RestPart &Part) { return Part.Bytes == 0; });
  sort(Parts, [](const RestPart &L, const RestPart &R) {
    return std::tie(R.Bytes, L.Name) < std::tie(L.Bytes, R.Name);
  });
  return Parts;
}

/// Returns what else is in \p Frame, in words, largest first.
static std::string describeRest(const FrameBreakdown &Frame,
                                uint64_t AddressBytes) {
  SmallVector<std::string, 8> Texts;
  for (const RestPart &Part : listRest(Frame, AddressBytes))
    Texts.push_back((Part.Name + " " + formatExactByteSize(Part.Bytes)).str());
  if (Frame.RedZoneBytes)
    Texts.push_back("less " + formatExactByteSize(Frame.RedZoneBytes) +
                    " in the red zone");
  if (Frame.HasRunTimeSizes)
    Texts.push_back("and what alloca takes at run time");
  return join(Texts, ", ");
}

/// An object without a name is listed if it is this share of the frame.
static constexpr uint64_t ListedShare = 64;

void noteFrameParts(DiagnosticEmitter &Emitter, const FrameBreakdown &Frame,
                    const FrameVariables &Variables, const Decl *Owner,
                    SourceLocation Location) {
  uint64_t AllBytes = Frame.FrameBytes + Frame.RedZoneBytes;
  uint64_t AddressBytes = 0;
  SmallVector<ObjectGroup, 8> Groups =
      groupObjects(Frame, Variables, AddressBytes);
  // What is small and has no name gives nothing to be done about it.
  ArrayRef<ObjectGroup> Listed =
      ArrayRef<ObjectGroup>(Groups)
          .take_front(ListedObjects)
          .take_while([&](const ObjectGroup &Group) {
            return Group.Variable || Group.Bytes >= AllBytes / ListedShare;
          });
  for (const ObjectGroup &Group : Listed)
    noteObject(Emitter, Group, AllBytes, Owner, Location);
  uint64_t OtherBytes = 0;
  unsigned OtherCount = 0;
  for (const ObjectGroup &Group :
       ArrayRef<ObjectGroup>(Groups).drop_front(Listed.size())) {
    OtherBytes += Group.Bytes;
    OtherCount += Group.Copies;
  }
  if (OtherCount)
    Emitter.note(Note::LargeFrameSmaller, Location)
        << OtherCount << formatExactByteSize(OtherBytes)
        << computePercent(OtherBytes, AllBytes);
  if (std::string Rest = describeRest(Frame, AddressBytes); !Rest.empty())
    Emitter.note(Note::LargeFrameParts, Location) << Rest;
}

std::vector<FramePart> listFrameParts(const FrameBreakdown &Frame,
                                      const FrameVariables &Variables,
                                      const Decl *Owner,
                                      const SourceManager &Sources) {
  std::vector<FramePart> Parts;
  uint64_t AddressBytes = 0;
  for (const ObjectGroup &Group :
       groupObjects(Frame, Variables, AddressBytes)) {
    FramePart Part;
    Part.Bytes = Group.Bytes;
    if (Group.Variable) {
      Part.Kind = FramePartKind::Variable;
      Part.Name = Group.Variable->getNameAsString();
      Part.Place = findPlace(Sources, Group.Variable->getLocation());
      if (isInlined(Group, Owner))
        Part.InlinedFrom = describeFunction(*findOwner(*Group.Variable));
    } else {
      Part.Name = describeUnnamed(*Group.Alloca);
    }
    Parts.push_back(std::move(Part));
  }
  for (const RestPart &Rest : listRest(Frame, AddressBytes))
    Parts.push_back({Rest.Kind, Rest.Name.str(), Rest.Bytes, {}, ""});
  sort(Parts, [](const FramePart &L, const FramePart &R) {
    return std::tie(R.Bytes, L.Name, L.Place.Line) <
           std::tie(L.Bytes, R.Name, R.Place.Line);
  });
  return Parts;
}

} // namespace offstack
