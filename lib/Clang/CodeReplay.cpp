//===- CodeReplay.cpp - Code of a file that is only checked ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's own generator does the work, silently.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/CodeReplay.h"
#include "Offstack/Clang/FunctionsByName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/CodeGen/ModuleBuilder.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"

using namespace clang;
using namespace llvm;

namespace offstack {

void CodeReplay::handleTopLevelDecl(DeclGroupRef Group) {
  Events.push_back({EventKind::TopLevel, Group.getAsOpaquePtr()});
}

void CodeReplay::handleInlineFunctionDefinition(FunctionDecl *Function) {
  Events.push_back({EventKind::InlineFunction, Function});
}

void CodeReplay::completeTentativeDefinition(VarDecl *Variable) {
  Events.push_back({EventKind::Tentative, Variable});
}

void CodeReplay::handleStaticMemberInstantiation(VarDecl *Variable) {
  Events.push_back({EventKind::StaticMember, Variable});
}

void CodeReplay::assignInheritanceModel(CXXRecordDecl *Record) {
  Events.push_back({EventKind::Inheritance, Record});
}

void CodeReplay::handleVTable(CXXRecordDecl *Record) {
  Events.push_back({EventKind::VTable, Record});
}

std::vector<const Decl *> CodeReplay::listDeclarations() const {
  std::vector<const Decl *> Declarations;
  for (const Event &E : Events)
    if (E.Kind == EventKind::TopLevel) {
      DeclGroupRef Group = DeclGroupRef::getFromOpaquePtr(E.Subject);
      Declarations.insert(Declarations.end(), Group.begin(), Group.end());
    } else if (E.Kind == EventKind::InlineFunction) {
      Declarations.push_back(static_cast<const FunctionDecl *>(E.Subject));
    }
  return Declarations;
}

/// Returns \p Options for code that nobody runs: not optimised, and with
/// nothing in it but what the source says.
static CodeGenOptions simplify(CodeGenOptions Options) {
  Options.OptimizationLevel = 0;
  Options.OptimizeSize = 0;
  Options.setDebugInfo(codegenoptions::NoDebugInfo);
  Options.setProfileInstr(driver::ProfileInstrKind::ProfileNone);
  Options.setProfileUse(driver::ProfileInstrKind::ProfileNone);
  Options.SampleProfileFile.clear();
  Options.CoverageMapping = false;
  Options.CoverageNotesFile.clear();
  Options.CoverageDataFile.clear();
  Options.InstrumentFunctions = false;
  Options.InstrumentFunctionsAfterInlining = false;
  Options.InstrumentFunctionEntryBare = false;
  // They are about another module.
  Options.PassBuilderCallbacks.clear();
  Options.PassPlugins.clear();
  return Options;
}

namespace {

/// Lets nobody hear of diagnostics while it lives.
class Silence {
public:
  explicit Silence(DiagnosticsEngine &Diags)
      : Diags(Diags), WasSilent(Diags.getSuppressAllDiagnostics()) {
    Diags.setSuppressAllDiagnostics(true);
  }
  ~Silence() { Diags.setSuppressAllDiagnostics(WasSilent); }
  Silence(const Silence &) = delete;
  Silence &operator=(const Silence &) = delete;

private:
  DiagnosticsEngine &Diags;
  bool WasSilent;
};

/// Hears what LLVM has to say of a module, which would end the process if it
/// were an error.
class DeafHandler : public llvm::DiagnosticHandler {
public:
  bool handleDiagnostics(const DiagnosticInfo &) override { return true; }
};

} // namespace

void CodeReplay::play(CodeGenerator &Generator, const Event &Event) {
  switch (Event.Kind) {
  case EventKind::TopLevel:
    Generator.HandleTopLevelDecl(DeclGroupRef::getFromOpaquePtr(Event.Subject));
    return;
  case EventKind::InlineFunction:
    Generator.HandleInlineFunctionDefinition(
        static_cast<FunctionDecl *>(Event.Subject));
    return;
  case EventKind::Tentative:
    Generator.CompleteTentativeDefinition(
        static_cast<VarDecl *>(Event.Subject));
    return;
  case EventKind::StaticMember:
    Generator.HandleCXXStaticMemberVarInstantiation(
        static_cast<VarDecl *>(Event.Subject));
    return;
  case EventKind::Inheritance:
    Generator.AssignInheritanceModel(
        static_cast<CXXRecordDecl *>(Event.Subject));
    return;
  case EventKind::VTable:
    Generator.HandleVTable(static_cast<CXXRecordDecl *>(Event.Subject));
    return;
  }
  llvm_unreachable("all kinds are covered");
}

/// Returns the module that clang's generator makes in \p Context of what
/// \p Feed tells it, once \p Finish has seen it; null if there is an error.
static std::unique_ptr<llvm::Module>
generateSilently(CompilerInstance &CI, LLVMContext &Context,
                 function_ref<void(CodeGenerator &)> Feed,
                 function_ref<bool(CodeGenerator &)> Finish) {
  DiagnosticsEngine &Diags = CI.getDiagnostics();
  DiagnosticErrorTrap Errors(Diags);
  Silence NoDiagnostics(Diags);
  CodeGenOptions Options = simplify(CI.getCodeGenOpts());
  Context.setDiscardValueNames(Options.DiscardValueNames);
  Context.setDiagnosticHandler(std::make_unique<DeafHandler>());
  std::unique_ptr<CodeGenerator> Generator = CreateLLVMCodeGen(
      Diags, "offstack", CI.getVirtualFileSystemPtr(), CI.getHeaderSearchOpts(),
      CI.getPreprocessorOpts(), Options, Context);
  Generator->Initialize(CI.getASTContext());
  Feed(*Generator);
  Generator->HandleTranslationUnit(CI.getASTContext());
  bool IsGood = Generator->GetModule() && !Errors.hasErrorOccurred() &&
                Finish(*Generator);
  std::unique_ptr<llvm::Module> M(Generator->ReleaseModule());
  return IsGood ? std::move(M) : nullptr;
}

std::unique_ptr<llvm::Module> CodeReplay::generate(CompilerInstance &CI,
                                                   LLVMContext &Context) {
  return generateSilently(
      CI, Context,
      [&](CodeGenerator &Generator) {
        // Reading a precompiled header on the way can add to the events.
        for (size_t Next = 0; Next < Events.size(); ++Next)
          play(Generator, Event(Events[Next]));
      },
      [](CodeGenerator &) { return true; });
}

/// Returns true if clang can be asked for the code of \p Variant. There is no
/// deleting destructor where nothing virtual needs one; where one is needed,
/// others ask for it.
static bool isOfItsOwn(GlobalDecl Variant) {
  if (isa<CXXDestructorDecl>(Variant.getDecl()))
    return Variant.getDtorType() != Dtor_Deleting;
  const auto *Constructor = dyn_cast<CXXConstructorDecl>(Variant.getDecl());
  return !Constructor || Variant.getCtorType() != Ctor_Complete ||
         !Constructor->getParent()->isAbstract();
}

/// Hands \p Function to \p Generator, and has it generated although nobody
/// calls it.
static void addPart(CodeGenerator &Generator, const FunctionDecl &Function) {
  Generator.HandleTopLevelDecl(
      DeclGroupRef(const_cast<FunctionDecl *>(&Function)));
  for (GlobalDecl Variant : getVariants(&Function))
    if (isOfItsOwn(Variant))
      Generator.GetAddrOfGlobal(Variant, /*isForDefinition=*/false);
}

/// Returns true if code that is made of \p Body may call nothing, and is small.
static bool mayBeLeaf(const Stmt &Body) {
  constexpr size_t MostNodes = 128;
  SmallVector<const Stmt *, 32> Nodes = {&Body};
  for (size_t Index = 0; Index != Nodes.size(); ++Index) {
    if (Nodes.size() > MostNodes ||
        isa<CallExpr, CXXConstructExpr, CXXNewExpr, CXXDeleteExpr>(
            Nodes[Index]))
      return false;
    for (const Stmt *Child : Nodes[Index]->children())
      if (Child)
        Nodes.push_back(Child);
  }
  return true;
}

/// Gives \p F, a declaration, a body that returns anything: what is read from
/// memory if F may be a getter (CertainCandidates).
static void addStub(llvm::Function &F, bool Reads) {
  IRBuilder<> B(BasicBlock::Create(F.getContext(), "", &F));
  llvm::Type *Result = F.getReturnType();
  if (Result->isVoidTy())
    B.CreateRetVoid();
  else if (Reads)
    B.CreateRet(B.CreateLoad(Result, PoisonValue::get(B.getPtrTy())));
  else
    B.CreateRet(PoisonValue::get(Result));
}

/// Gives the functions of the file that are only declared in the module of
/// \p Generator a body. Fails where one is another name of a function.
static bool addStubs(CodeGenerator &Generator) {
  for (llvm::Function &F : *Generator.GetModule()) {
    if (!F.isDeclaration() || F.isIntrinsic())
      continue;
    const auto *Declaration = dyn_cast_or_null<FunctionDecl>(
        Generator.GetDeclForMangledName(F.getName()));
    if (!Declaration)
      continue;
    if (Declaration->hasAttr<AliasAttr>() || Declaration->hasAttr<IFuncAttr>())
      return false;
    if (const Stmt *Body = Declaration->getBody())
      addStub(F, mayBeLeaf(*Body));
  }
  return true;
}

std::unique_ptr<llvm::Module>
CodeReplay::generatePart(CompilerInstance &CI, LLVMContext &Context,
                         ArrayRef<const FunctionDecl *> Functions) {
  // The variants of constructors and destructors are other ones there.
  if (CI.getTarget().getCXXABI().isMicrosoft())
    return nullptr;
  return generateSilently(
      CI, Context,
      [&](CodeGenerator &Generator) {
        for (const FunctionDecl *Function : Functions)
          addPart(Generator, *Function);
      },
      addStubs);
}

} // namespace offstack
