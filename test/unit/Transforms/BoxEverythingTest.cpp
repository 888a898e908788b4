//===- BoxEverythingTest.cpp - Boxes all IR of the tests ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs the pass with the lowest limit over every module that the lit tests
// have, whatever they have it for. Under sanitizers, this is the test of the
// pass's own memory.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/PassRegistration.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/DiagnosticPrinter.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/IRReader/IRReader.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "gtest/gtest.h"
#include <string>
#include <vector>

using namespace llvm;
using namespace offstack;

/// Returns the paths of all modules below \p Folder of the tests, sorted.
static std::vector<std::string> findModules(StringRef Folder) {
  SmallString<128> Root(OFFSTACK_SOURCE_DIR);
  sys::path::append(Root, "test", Folder);
  std::vector<std::string> Paths;
  std::error_code Failure;
  for (sys::fs::recursive_directory_iterator I(Root, Failure), End;
       I != End && !Failure; I.increment(Failure))
    if (sys::path::extension(I->path()) == ".ll")
      Paths.push_back(I->path());
  EXPECT_FALSE(Failure) << Failure.message();
  llvm::sort(Paths);
  return Paths;
}

/// Returns true if the test at \p Path holds several files, of which split-file
/// makes modules.
static bool isSplit(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  return Buffer && (*Buffer)->getBuffer().contains("split-file");
}

/// Runs \p Pipeline over \p M.
static void runPipeline(Module &M, StringRef Pipeline) {
  PassBuilder PB;
  registerOffstackPasses(PB, [] { return OptionSet(); });
  LoopAnalysisManager LAM;
  FunctionAnalysisManager FAM;
  CGSCCAnalysisManager CGAM;
  ModuleAnalysisManager MAM;
  PB.registerModuleAnalyses(MAM);
  PB.registerCGSCCAnalyses(CGAM);
  PB.registerFunctionAnalyses(FAM);
  PB.registerLoopAnalyses(LAM);
  PB.crossRegisterProxies(LAM, FAM, CGAM, MAM);
  ModulePassManager MPM;
  ASSERT_FALSE(errorToBool(PB.parsePassPipeline(MPM, Pipeline)));
  MPM.run(M, MAM);
}

static std::string print(const Module &M) {
  std::string Text;
  raw_string_ostream OS(Text);
  M.print(OS, nullptr);
  return Text;
}

namespace {

/// Collects the errors that a pass reports; warnings and remarks do not count.
struct CollectErrors : DiagnosticHandler {
  explicit CollectErrors(std::string &Errors) : Errors(Errors) {}

  bool handleDiagnostics(const DiagnosticInfo &Info) override {
    if (Info.getSeverity() != DS_Error)
      return true;
    raw_string_ostream OS(Errors);
    DiagnosticPrinterRawOStream Printer(OS);
    Info.print(Printer);
    OS << '\n';
    return true;
  }

  std::string &Errors;
};

} // namespace

/// Boxes all that \p Path has, from the allocator \p Alloc, twice.
static void boxModule(StringRef Path, StringRef Alloc) {
  SCOPED_TRACE(Path.str());
  std::string Errors;
  LLVMContext Context;
  Context.setDiagnosticHandler(std::make_unique<CollectErrors>(Errors));
  SMDiagnostic Unreadable;
  std::unique_ptr<Module> M = parseIRFile(Path, Unreadable, Context);
  ASSERT_TRUE(M) << Unreadable.getMessage().str();
  // The verifier's tests have boxes already, broken ones among them.
  bool HasBoxes = print(*M).find("!offstack.box") != std::string::npos;

  std::string Box = ("offstack-box<local=1;alloc=" + Alloc).str();
  runPipeline(*M, Box + (HasBoxes ? ">" : ";verify>"));
  EXPECT_EQ(Errors, "");
  ASSERT_FALSE(verifyModule(*M, &errs()));
  std::string Once = print(*M);
  runPipeline(*M, Box + ">");
  EXPECT_EQ(Once, print(*M));
}

TEST(BoxEverything, IsValidProvenAndDoneAtOnce) {
  std::vector<std::string> Paths = findModules("Transforms");
  ASSERT_GT(Paths.size(), 50u);
  for (const std::string &Path : Paths) {
    if (isSplit(Path))
      continue;
    boxModule(Path, "malloc");
    boxModule(Path, "cache");
  }
}
