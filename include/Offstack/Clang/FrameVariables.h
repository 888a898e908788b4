//===- FrameVariables.h - Which variable is in which slot ----- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells the variables in the slots of finished frames, without debug info and
// without a change in the object file.
//
// Annotations on variables would do, but for their text: that is a global, and
// the numbers that LLVM appends to the names of other globals depend on how
// many there were. So the allocas are numbered before the first pass, and
// matched with the AST only when someone asks: clang makes them in the order of
// the source.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_FRAMEVARIABLES_H
#define OFFSTACK_CLANG_FRAMEVARIABLES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include <string>
#include <vector>

namespace clang {
class Decl;
class VarDecl;
} // namespace clang

namespace llvm {
class AllocaInst;
class Function;
class Module;
} // namespace llvm

namespace offstack {

class CodeOwners;
struct StackObject;

/// The large variables of one translation unit, in IR.
class FrameVariables {
public:
  /// Looks at objects of \p SmallestBytes and more. \p IsOptimised says whether
  /// the code will be.
  FrameVariables(uint64_t SmallestBytes, bool IsOptimised)
      : SmallestBytes(SmallestBytes), IsOptimised(IsOptimised) {}

  /// Numbers the allocas of \p M, in metadata that inlining keeps. To be called
  /// before any other pass.
  void number(llvm::Module &M);

  /// Returns the names of the functions with numbered allocas.
  llvm::SmallVector<llvm::StringRef, 8> getFunctionNames() const;

  /// Finds out which variables they are. \p Owners must know those of
  /// getFunctionNames(). The other answers need it.
  void resolve(const CodeOwners &Owners);

  /// Returns true if the module has code of \p Owner.
  bool isEmitted(const clang::Decl &Owner) const {
    return Emitted.contains(&Owner);
  }

  /// Returns what the function of the name \p Function is the code of, or null
  /// when it has no numbered alloca or that cannot be told.
  const clang::Decl *findOwner(llvm::StringRef Function) const;

  /// Returns the variable in \p Alloca, or null when it has none, is too small,
  /// or when that cannot be told.
  const clang::VarDecl *find(const llvm::AllocaInst &Alloca) const;

private:
  /// A numbered alloca.
  struct Object {
    uint64_t Bytes;
    /// It is no array and no vector.
    bool IsClass;
    const clang::VarDecl *Variable = nullptr;
  };
  /// The allocas of one function, a part of Objects.
  struct NumberedFunction {
    std::string Name;
    size_t First;
    size_t Count = 0;
    const clang::Decl *Owner = nullptr;
  };

  void number(llvm::Function &F);
  void resolve(NumberedFunction &F, const CodeOwners &Owners);
  bool matchInOrder(llvm::ArrayRef<Object> Own,
                    llvm::ArrayRef<StackObject> Locals,
                    llvm::SmallVectorImpl<const clang::VarDecl *> &Found) const;
  bool match(const NumberedFunction &F, llvm::ArrayRef<StackObject> Locals,
             llvm::SmallVectorImpl<const clang::VarDecl *> &Found) const;

  const uint64_t SmallestBytes;
  const bool IsOptimised;
  std::vector<Object> Objects;
  std::vector<NumberedFunction> Numbered;
  llvm::DenseSet<const clang::Decl *> Emitted;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_FRAMEVARIABLES_H
