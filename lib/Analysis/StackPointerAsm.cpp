//===- StackPointerAsm.cpp - Does assembly move the stack -----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads constraints, and words of the text. No assembler is at hand: a plugin
// does not know which targets its host was built with.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/StackPointerAsm.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Metadata.h"
#include "llvm/IR/Module.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace offstack {

/// Returns the number by which \p Target knows its stack pointer, as "r1", or
/// an empty string where it has only a name.
static StringRef getNumberedStackPointer(const Triple &Target) {
  if (Target.isPPC())
    return "r1";
  if (Target.isRISCV())
    return "x2";
  if (Target.isARM() || Target.isThumb())
    return "r13";
  if (Target.isSystemZ())
    return "r15";
  if (Target.isLoongArch())
    return "r3";
  if (Target.isMIPS())
    return "29";
  if (Target.getArch() == Triple::hexagon)
    return "r29";
  if (Target.isSPARC())
    return "o6";
  return "";
}

static bool isStackPointer(StringRef Register, const Triple &Target) {
  // MIPS and LoongArch write '$29' and '$r3'.
  Register.consume_front("$");
  std::string Name = Register.lower();
  return StringSwitch<bool>(Name)
             .Cases({"sp", "esp", "rsp", "wsp"}, true)
             .Default(false) ||
         (!Name.empty() && Name == getNumberedStackPointer(Target));
}

/// Returns true if the instruction \p Word, in lower case, moves the stack
/// pointer without naming it.
static bool isStackInstruction(StringRef Word) {
  if (Word.starts_with("popcnt"))
    return false;
  return Word.starts_with("push") || Word.starts_with("pop") ||
         Word.starts_with("vpush") || Word.starts_with("vpop") ||
         Word == "enter" || Word == "enterq" || Word == "leave" ||
         Word == "leaveq";
}

/// Returns true if a word of \p Text names the stack pointer or moves it. The
/// full stop is part of a word, so that the directive '.pushsection' is not
/// taken for an instruction.
static bool mentionsStackPointer(StringRef Text, const Triple &Target) {
  auto IsWordChar = [](char C) { return isAlnum(C) || C == '_' || C == '.'; };
  while (!Text.empty()) {
    StringRef Word = Text.take_while(IsWordChar);
    if (isStackPointer(Word, Target) || isStackInstruction(Word.lower()))
      return true;
    Text = Text.drop_front(std::max<size_t>(Word.size(), 1));
  }
  return false;
}

static bool constrainsStackPointer(const InlineAsm &Asm, const Triple &Target) {
  auto NamesIt = [&](StringRef Code) {
    return Code.consume_front("{") && Code.consume_back("}") &&
           isStackPointer(Code, Target);
  };
  return any_of(Asm.ParseConstraints(), [&](const auto &Constraint) {
    return any_of(Constraint.Codes, NamesIt);
  });
}

/// Returns true if \p Call assigns a global register variable that is the
/// stack pointer.
static bool writesStackPointerVariable(const IntrinsicInst &Call,
                                       const Triple &Target) {
  if (Call.getIntrinsicID() != Intrinsic::write_register)
    return false;
  const auto *Node = dyn_cast<MDNode>(
      cast<MetadataAsValue>(Call.getArgOperand(0))->getMetadata());
  if (!Node || Node->getNumOperands() == 0)
    return false;
  const auto *Name = dyn_cast<MDString>(Node->getOperand(0));
  return Name && isStackPointer(Name->getString(), Target);
}

bool mayChangeStackPointer(const CallBase &Call) {
  const Triple &Target = Call.getModule()->getTargetTriple();
  if (const auto *Intrinsic = dyn_cast<IntrinsicInst>(&Call))
    return writesStackPointerVariable(*Intrinsic, Target);
  const auto *Asm = dyn_cast<InlineAsm>(Call.getCalledOperand());
  return Asm && (constrainsStackPointer(*Asm, Target) ||
                 mentionsStackPointer(Asm->getAsmString(), Target));
}

} // namespace offstack
