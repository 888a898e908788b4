//===- CodeReplay.h - Code of a file that is only checked ----- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// With -fsyntax-only clang has no code generator. What it would tell one while
// it parses is kept here, which costs a word or two a declaration, and told to
// one at the end of the file, if there is a reason to.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_CODEREPLAY_H
#define OFFSTACK_CLANG_CODEREPLAY_H

#include "clang/AST/DeclGroup.h"
#include "llvm/ADT/ArrayRef.h"
#include <memory>
#include <vector>

namespace clang {
class CodeGenerator;
class CompilerInstance;
class CXXRecordDecl;
class FunctionDecl;
class VarDecl;
} // namespace clang

namespace llvm {
class LLVMContext;
class Module;
} // namespace llvm

namespace offstack {

/// Records what a code generator is told. The functions are those of
/// clang::ASTConsumer, and to be called from there.
class CodeReplay {
public:
  void handleTopLevelDecl(clang::DeclGroupRef Group);
  void handleInlineFunctionDefinition(clang::FunctionDecl *Function);
  void completeTentativeDefinition(clang::VarDecl *Variable);
  void handleStaticMemberInstantiation(clang::VarDecl *Variable);
  void assignInheritanceModel(clang::CXXRecordDecl *Record);
  void handleVTable(clang::CXXRecordDecl *Record);

  /// Returns the declarations of the file, in the order in which clang came to
  /// them. One can be part of another.
  std::vector<const clang::Decl *> listDeclarations() const;

  /// Returns the module that clang would start to optimise for the file of
  /// \p CI at -O0, without what instruments it; null if clang finds an error in
  /// it. To be called at the end of the file, which has no error yet. Nothing
  /// is shown of what code generation has to say.
  std::unique_ptr<llvm::Module> generate(clang::CompilerInstance &CI,
                                         llvm::LLVMContext &Context);

  /// Returns a module with the code of \p Functions and of little else, made
  /// likewise: what the file has of other functions that they call only
  /// returns. Null if that cannot be done.
  static std::unique_ptr<llvm::Module>
  generatePart(clang::CompilerInstance &CI, llvm::LLVMContext &Context,
               llvm::ArrayRef<const clang::FunctionDecl *> Functions);

private:
  enum class EventKind {
    TopLevel,
    InlineFunction,
    Tentative,
    StaticMember,
    Inheritance,
    VTable,
  };
  struct Event {
    EventKind Kind;
    void *Subject;
  };

  static void play(clang::CodeGenerator &Generator, const Event &Event);

  std::vector<Event> Events;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_CODEREPLAY_H
