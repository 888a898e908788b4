//===- FrameRemarks.cpp - Tells what fills a frame ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Orders the parts and words the remark.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/FrameRemarks.h"
#include "Offstack/Analysis/FrameObjects.h"
#include "Offstack/Analysis/MachineFrames.h"
#include "Offstack/Analysis/UserRequests.h"
#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Support/ByteSize.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "Offstack/Transforms/BoxRemarks.h"
#include "llvm/Analysis/OptimizationRemarkEmitter.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace offstack {

using ore::NV;

/// So many objects are named, the largest; the others are told of together.
static constexpr size_t MostNamed = 5;

namespace {

/// One entry of the list.
struct Part {
  uint64_t Bytes;
  /// Decides between parts of one size.
  unsigned Order;
  /// The object, or null.
  const AllocaInst *Alloca;
  /// What it is when it is no object.
  std::string Name;
};

/// What a frame consists of, in words.
class PartList {
public:
  explicit PartList(const FrameBreakdown &Frame);

  /// Returns the parts, largest first.
  ArrayRef<Part> get() const { return Parts; }

private:
  void add(uint64_t Bytes, const AllocaInst *Alloca, std::string Name = "");
  void addObjects(ArrayRef<FrameSlot> Objects);
  void sumUpObjects();
  void sortLargestFirst();

  SmallVector<Part, 16> Parts;
  unsigned NextOrder = 0;
};

} // namespace

PartList::PartList(const FrameBreakdown &Frame) {
  addObjects(Frame.Objects);
  add(Frame.SpilledBytes, nullptr, "spilled registers");
  add(Frame.SavedBytes, nullptr, "saved registers");
  add(Frame.OtherSlotBytes, nullptr, "slots of the compiler");
  add(Frame.CallBytes, nullptr, "arguments of calls");
  add(Frame.PaddingBytes, nullptr, "padding");
  sortLargestFirst();
}

/// Adds a part, unless it is empty.
void PartList::add(uint64_t Bytes, const AllocaInst *Alloca, std::string Name) {
  if (Bytes)
    Parts.push_back({Bytes, NextOrder++, Alloca, std::move(Name)});
}

void PartList::addObjects(ArrayRef<FrameSlot> Objects) {
  uint64_t AddressBytes = 0;
  for (const FrameSlot &Slot : Objects)
    if (isSlot(*Slot.Alloca))
      AddressBytes += Slot.Bytes;
    else
      add(Slot.Bytes, Slot.Alloca);
  sortLargestFirst();
  sumUpObjects();
  add(AddressBytes, nullptr, "addresses of boxes");
}

/// Returns true if \p P says something to the user: an object that is too small
/// for a box, and does not have to stay, gives nothing to be done about it.
static bool isWorthNaming(const Part &P) {
  return P.Bytes >= SmallestUsefulBox || !getKeptHazard(*P.Alloca).empty();
}

/// Makes one part of all objects but the largest.
void PartList::sumUpObjects() {
  uint64_t Bytes = 0;
  size_t Count = 0;
  while (!Parts.empty() &&
         (Parts.size() > MostNamed || !isWorthNaming(Parts.back()))) {
    Bytes += Parts.pop_back_val().Bytes;
    ++Count;
  }
  const char *Noun = Count == 1 ? " other object" : " other objects";
  add(Bytes, nullptr, std::to_string(Count) + Noun);
}

void PartList::sortLargestFirst() {
  sort(Parts, [](const Part &L, const Part &R) {
    return std::tie(R.Bytes, L.Order) < std::tie(L.Bytes, R.Order);
  });
}

/// Adds "'buf' 4096 (offstack-returns-twice)", or "spilled registers 48".
static void tellPart(DiagnosticInfoOptimizationBase &Remark, const Part &P) {
  if (P.Alloca)
    Remark << "'" << NV("Variable", findVariableName(*P.Alloca)) << "' ";
  else
    Remark << NV("Part", P.Name) << " ";
  Remark << NV("PartBytes", P.Bytes);
  if (!P.Alloca)
    return;
  if (StringRef Hazard = getKeptHazard(*P.Alloca); !Hazard.empty())
    Remark << " (offstack-" << NV("Hazard", Hazard) << ")";
}

/// Adds all that \p Frame consists of.
static void tellParts(DiagnosticInfoOptimizationBase &Remark,
                      const FrameBreakdown &Frame) {
  const PartList Parts(Frame);
  StringRef Separator = ": ";
  for (const Part &P : Parts.get()) {
    Remark << Separator;
    tellPart(Remark, P);
    Separator = ", ";
  }
  if (Frame.RedZoneBytes)
    Remark << ", less " << NV("RedZoneBytes", Frame.RedZoneBytes)
           << " in the red zone";
  if (Frame.HasRunTimeSizes)
    Remark << ", and what alloca takes at run time";
}

/// Returns true if anyone shows or keeps the remark. A report is written of it
/// without all other passes having to build theirs.
static bool hasListener(const LLVMContext &Context) {
  return Context.getLLVMRemarkStreamer() ||
         Context.getDiagHandlerPtr()->isMissedOptRemarkEnabled(BoxPassName);
}

void emitFrameRemark(const MachineFunction &MF, uint64_t LimitBytes) {
  const Function &F = MF.getFunction();
  if (!hasListener(F.getContext()))
    return;
  OptimizationRemarkEmitter ORE(&F);
  StringRef RemarkName = getDiagnosticName(Diagnostic::FrameOverLimit);
  FrameBreakdown Frame = computeFrameBreakdown(MF);
  OptimizationRemarkMissed Remark(BoxPassName, RemarkName, F.getSubprogram(),
                                  &F.getEntryBlock());
  Remark << "the frame of '" << NV("Function", demangle(F.getName()))
         << "' takes " << NV("Bytes", Frame.FrameBytes)
         << " bytes, over the limit of "
         << NV("Limit", formatByteSize(LimitBytes));
  tellParts(Remark, Frame);
  Remark << " (offstack-" << RemarkName << ")";
  ORE.emit(Remark);
}

} // namespace offstack
