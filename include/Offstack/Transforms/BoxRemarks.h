//===- BoxRemarks.h - Tells what was moved and what was kept -- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The remarks behind -Rpass=offstack and -Rpass-missed=offstack: one for each
// object over a limit; and behind -Rpass-analysis=offstack: one for each box
// that a jump may lose.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_BOXREMARKS_H
#define OFFSTACK_TRANSFORMS_BOXREMARKS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace llvm {
class Function;
class LLVMContext;
} // namespace llvm

namespace offstack {

struct BoxPlan;
struct KeptObject;
struct Limits;
struct LostBox;
class OptionSet;

/// The name of the pass, which -Rpass= matches.
inline constexpr const char *BoxPassName = "offstack-box";

/// Returns the name of what \p Kept holds: a variable or an argument.
std::string describeObject(const KeptObject &Kept);

/// Returns why \p Kept stays on the stack, with the instruction that is the
/// reason and the hazard's name: "the function calls ... (call to 'vfork')
/// (offstack-returns-twice)".
std::string describeHazard(const KeptObject &Kept);

/// Warns through the context that \p Kept stays on the stack although the user
/// asked for a box.
void warnOfImpossibleBox(const KeptObject &Kept);

/// Reports each object of \p Plan, moved or kept, with bytes and reason, unless
/// \p Options disable that. To be called before the plan is carried out. Marks
/// the kept ones as reported.
void emitBoxRemarks(llvm::Function &F, const BoxPlan &Plan,
                    const Limits &LimitsInForce, const OptionSet &Options);

/// Reports that \p Kept stays on the stack, as a remark of \p F.
void emitKeptRemark(llvm::Function &F, const KeptObject &Kept);

/// Returns true if someone listens to what emitLostBoxRemarks says.
bool wantsLostBoxRemarks(const llvm::LLVMContext &Context);

/// Reports each of \p Lost, boxes of \p F. To be called before the plan is
/// carried out.
void emitLostBoxRemarks(llvm::Function &F, llvm::ArrayRef<LostBox> Lost);

/// Reports that boxes of \p F come from malloc, for \p Reason, although the
/// user asked for the cache.
void remarkCacheUnavailable(llvm::Function &F, llvm::StringRef Reason);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXREMARKS_H
