//===- CallEffects.cpp - Whether a call comes back ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions without a body are known by attribute, by TargetLibraryInfo or by
// name; functions with one by a fixpoint over the call graph, which only ever
// adds effects.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/CallEffects.h"
#include "Offstack/Analysis/FunctionPaths.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

/// Returns true if \p Name is in namespace std, or beside it in libstdc++.
static bool isCxxLibrary(StringRef Name) {
  return Name.starts_with("_ZNS") || Name.starts_with("_ZNKS") ||
         Name.starts_with("_ZSt") || Name.starts_with("_ZN9__gnu_cxx") ||
         Name.starts_with("_ZNK9__gnu_cxx");
}

/// Returns true if \p Name reports a bug or an exhausted heap and stops. Such a
/// call is no way out of a recursion, as running out of stack is none.
static bool isAssertLike(StringRef Name) {
  if (isCxxLibrary(Name))
    return Name.contains("__glibcxx_assert_fail") ||
           Name.contains("__libcpp_verbose_abort") ||
           Name.contains("__throw_bad_alloc") ||
           Name.contains("__throw_bad_array_new_length") ||
           Name.contains("__throw_length_error") ||
           Name.contains("__throw_logic_error");
  if (Name.starts_with("__ubsan_handle_"))
    return !Name.starts_with("__ubsan_handle_missing_return");
  return StringSwitch<bool>(Name)
      .Cases({"__assert", "_assert", "__assert2", "_wassert"}, true)
      .Cases({"__assert_fail", "__assert_func", "__assert_rtn"}, true)
      .Cases({"__assert_perror_fail", "__stack_chk_fail"}, true)
      .Case("__cxa_throw_bad_array_new_length", true)
      // Only called when an exception may not leave a function.
      .Case("__clang_call_terminate", true)
      .Default(false);
}

/// Returns true if \p Name is known not to come back, or not always, although
/// no attribute need say so.
static bool isKnownToLeave(StringRef Name) {
  // Of the C++ library that is not compiled with the program: what throws when
  // the string ends, which is a way for a recursion to end.
  if (Name.starts_with("_ZNSt") || Name.starts_with("_ZNKSt"))
    return Name.contains("12basic_string") &&
           (Name.contains("6substrE") || Name.contains("2atE"));
  if (Name.starts_with("exec"))
    return true;
  return StringSwitch<bool>(Name)
      .Cases({"exit", "_exit", "_Exit", "quick_exit", "abort"}, true)
      .Cases({"pthread_exit", "thrd_exit", "ExitProcess", "ExitThread"}, true)
      .Cases({"longjmp", "_longjmp", "siglongjmp", "__longjmp_chk"}, true)
      .Cases({"raise", "kill", "tgkill", "pthread_kill", "syscall"}, true)
      .Cases({"setcontext", "swapcontext", "fexecve", "reboot"}, true)
      .Cases({"_Unwind_RaiseException", "_Unwind_ForcedUnwind"}, true)
      .Cases({"_Unwind_Resume", "_Unwind_Resume_or_Rethrow"}, true)
      .Default(false);
}

static CallEffect getIntrinsicEffect(Intrinsic::ID ID, const CallBase &Call) {
  switch (ID) {
  case Intrinsic::trap:
  case Intrinsic::ubsantrap:
  case Intrinsic::debugtrap:
    return CallEffect::Returns;
  case Intrinsic::eh_return_i32:
  case Intrinsic::eh_return_i64:
    return CallEffect::Leaves;
  default:
    return Call.doesNotReturn() ? CallEffect::Leaves : CallEffect::Returns;
  }
}

/// Returns the effect of a call whose callee nobody knows.
static CallEffect getUnknownEffect(const CallBase &Call) {
  if (Call.doesNotReturn())
    return CallEffect::Leaves;
  if (Call.doesNotThrow() && Call.hasFnAttr(Attribute::WillReturn))
    return CallEffect::Returns;
  // A barrier for the compiler holds no instructions.
  const auto *Asm = dyn_cast<InlineAsm>(Call.getCalledOperand());
  return Asm && Asm->getAsmString().empty() ? CallEffect::Returns
                                            : CallEffect::Opaque;
}

/// Returns the effect of a call of \p Callee, whose body is elsewhere.
static CallEffect getDeclarationEffect(const Function &Callee,
                                       const CallBase &Call,
                                       const TargetLibraryInfo &Library) {
  LibFunc Known;
  bool IsRuntime = isCxxLibrary(Callee.getName()) ||
                   Callee.getName().starts_with("__cxa_") ||
                   (Library.getLibFunc(Callee, Known) && Library.has(Known));
  return IsRuntime ? CallEffect::Returns : getUnknownEffect(Call);
}

bool isOpaqueByDeclaration(const CallBase &Call,
                           const TargetLibraryInfo &Library) {
  const Function *Callee = findDirectCallee(Call);
  if (!Callee)
    return getUnknownEffect(Call) != CallEffect::Returns;
  if (Callee->isIntrinsic() || isAssertLike(Callee->getName()))
    return false;
  if (Call.doesNotReturn() || isKnownToLeave(Callee->getName()))
    return true;
  return Callee->isDeclarationForLinker() &&
         getDeclarationEffect(*Callee, Call, Library) != CallEffect::Returns;
}

CallEffects::CallEffects(const DirectCallGraph &Calls,
                         LibraryInfoSource Libraries)
    : Calls(Calls), Libraries(Libraries),
      Components(computeComponents(Calls.callees())),
      ComponentOf(Calls.functions().size()),
      Effects(Calls.functions().size(), CallEffect::Returns),
      Computed(Calls.functions().size()) {
  for (auto [Index, Members] : enumerate(Components))
    for (unsigned Function : Members)
      ComponentOf[Function] = Index;
}

/// Computes the effects of \p Function and of what it calls.
void CallEffects::computeWithCallees(unsigned Function) {
  if (Computed.test(Function))
    return;
  SmallVector<unsigned, 16> Worklist = {Function};
  SmallVector<unsigned, 16> Found;
  Computed.set(Function);
  while (!Worklist.empty()) {
    unsigned Caller = Worklist.pop_back_val();
    Found.push_back(ComponentOf[Caller]);
    for (unsigned Callee : Calls.callees()[Caller])
      if (!Computed.test(Callee)) {
        Computed.set(Callee);
        Worklist.push_back(Callee);
      }
  }
  sort(Found);
  Found.erase(llvm::unique(Found), Found.end());
  for (unsigned Index : Found)
    computeComponent(Components[Index]);
}

void CallEffects::computeComponent(const Component &Members) {
  // Effects only grow, through four rows: this ends.
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (unsigned Function : Members) {
      CallEffect Effect = compute(Function);
      Changed |= Effect != Effects[Function];
      Effects[Function] = Effect;
    }
  }
}

CallEffect CallEffects::get(const CallBase &Call) {
  if (std::optional<unsigned> Number = Calls.findCallee(Call))
    computeWithCallees(*Number);
  return find(Call);
}

/// Returns the effect of \p Call, whose callee has been computed.
CallEffect CallEffects::find(const CallBase &Call) const {
  if (Call.hasFnAttr(Attribute::ReturnsTwice))
    return CallEffect::Leaves;
  const Function *Callee = findDirectCallee(Call);
  if (!Callee)
    return getUnknownEffect(Call);
  if (Callee->isIntrinsic())
    return getIntrinsicEffect(Callee->getIntrinsicID(), Call);
  if (isAssertLike(Callee->getName()))
    return CallEffect::Returns;
  if (Call.doesNotReturn() || isKnownToLeave(Callee->getName()))
    return CallEffect::Leaves;
  if (std::optional<unsigned> Number = Calls.findCallee(Call))
    return Effects[*Number];
  if (!Callee->isDeclarationForLinker())
    return CallEffect::Opaque; // The linker may replace it.
  return getDeclarationEffect(*Callee, Call, Libraries(*Call.getFunction()));
}

CallEffect CallEffects::get(const Function &Callee) {
  std::optional<unsigned> Number = Calls.findNumber(Callee);
  if (!Number || Callee.isInterposable())
    return CallEffect::Opaque;
  computeWithCallees(*Number);
  return Effects[*Number];
}

CallEffect CallEffects::compute(unsigned Number) const {
  const Function &F = *Calls.functions()[Number];
  if (Calls.tailLoops().test(Number))
    return CallEffect::Leaves;
  if (F.isPresplitCoroutine() || F.hasFnAttribute(Attribute::Naked))
    return CallEffect::Opaque;
  FunctionPaths Paths(F, [](const CallBase &) { return false; });
  if (Paths.mayHang())
    return CallEffect::Leaves;
  CallEffect Effect = combineCalls(Paths, CallEffect::Opaque);
  // The loops of the C++ library end.
  if (Effect == CallEffect::Returns && Paths.mayRepeat() &&
      !isCxxLibrary(F.getName()))
    return CallEffect::MayLoop;
  return Effect;
}

bool CallEffects::mayLeaveFrom(const FunctionPaths &Paths) {
  for (unsigned Block = 0; Block < Paths.size(); ++Block)
    for (const CallBase *Call : Paths.getCalls(Block))
      if (std::optional<unsigned> Callee = Calls.findCallee(*Call))
        computeWithCallees(*Callee);
  return combineCalls(Paths, CallEffect::MayLoop) == CallEffect::Leaves;
}

/// Returns the effect of all calls of \p Paths together. A call that has the
/// effect \p Suspicious, or a worse one, may be an error handler if it is not
/// made on every path: then it leaves.
CallEffect CallEffects::combineCalls(const FunctionPaths &Paths,
                                     CallEffect Suspicious) const {
  CallEffect Result = CallEffect::Returns;
  for (unsigned Block = 0; Block < Paths.size(); ++Block) {
    for (const CallBase *Call : Paths.getCalls(Block)) {
      CallEffect Effect = find(*Call);
      if (Effect == CallEffect::Leaves)
        return Effect;
      if (Effect == CallEffect::Returns || Paths.isCleanup(Block))
        continue;
      if (Effect >= Suspicious && Paths.isAvoidable(Block))
        return CallEffect::Leaves;
      Result = std::max(Result, Effect);
    }
  }
  return Result;
}

} // namespace offstack
