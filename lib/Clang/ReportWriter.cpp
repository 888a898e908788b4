//===- ReportWriter.cpp - Reports of a translation unit -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names the compilation and finds the time to write.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/ReportWriter.h"
#include "Offstack/Clang/Dependencies.h"
#include "Offstack/Clang/FindingCollector.h"
#include "Offstack/Report/RemarkPasses.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;
using namespace llvm;

namespace offstack {

namespace {

/// Calls the writer at the end of the file. Clang tells the preprocessor of it
/// when code has been generated and before it keeps the output.
class EndOfFileHook : public PPCallbacks {
public:
  explicit EndOfFileHook(std::weak_ptr<ReportWriter> Writer)
      : Writer(std::move(Writer)) {}

  void EndOfMainFile() override {
    if (std::shared_ptr<ReportWriter> Alive = Writer.lock())
      Alive->finish();
  }

private:
  std::weak_ptr<ReportWriter> Writer;
};

} // namespace

/// Returns true if \p Path is where the driver puts what it does not keep: such
/// a name is another one each time.
static bool isTemporary(StringRef Path) {
  SmallString<128> Folder;
  sys::path::system_temp_directory(/*ErasedOnReboot=*/true, Folder);
  return sys::path::parent_path(Path) == Folder;
}

static CompilationUnit describeUnit(CompilerInstance &CI) {
  CompilationUnit Unit;
  SourceManager &Sources = CI.getSourceManager();
  auto Main = Sources.getFileEntryRefForID(Sources.getMainFileID());
  SmallString<128> Source(Main ? Main->getName() : "<stdin>");
  sys::path::remove_dots(Source);
  Unit.Source = Source.str().str();
  StringRef Output = CI.getFrontendOpts().OutputFile;
  if (Output != "-" && !isTemporary(Output))
    Unit.Output = Output.str();
  auto Folder = CI.getVirtualFileSystem().getCurrentWorkingDirectory();
  Unit.Directory = Folder ? *Folder : "";
  Unit.Plugin = "OffstackClang";
  return Unit;
}

std::shared_ptr<ReportWriter>
ReportWriter::install(CompilerInstance &CI, const OptionSet &Options,
                      DiagnosticEmitter &Emitter) {
  if (Options.BaselineFile && !sys::fs::is_directory(*Options.BaselineFile))
    addDependency(CI, *Options.BaselineFile);
  Expected<std::unique_ptr<ReportSession>> Session =
      ReportSession::begin(Options, describeUnit(CI));
  if (!Session) {
    Emitter.error(toString(Session.takeError()));
    return nullptr;
  }
  if (!*Session)
    return nullptr;
  std::shared_ptr<ReportWriter> Writer(
      new ReportWriter(CI, Emitter, std::move(*Session)));
  CI.getPreprocessor().addPPCallbacks(std::make_unique<EndOfFileHook>(Writer));
  return Writer;
}

ReportWriter::ReportWriter(CompilerInstance &CI, DiagnosticEmitter &Emitter,
                           std::shared_ptr<ReportSession> NewSession)
    : CI(CI), Emitter(Emitter), Session(std::move(NewSession)),
      Collector(Emitter.collect(CI, Session)) {}

ReportWriter::~ReportWriter() = default;

PassWrapper ReportWriter::collectRemarks() const {
  // So that remarks have places without -g. They do not get into the object
  // file.
  CodeGenOptions &Options = CI.getCodeGenOpts();
  if (Options.getDebugInfo() == codegenoptions::NoDebugInfo)
    Options.setDebugInfo(codegenoptions::LocTrackingOnly);
  auto Remarks = std::make_shared<RemarkReport>(Session);
  return [Remarks](ModulePassManager &MPM, const OptionSet &,
                   function_ref<void()> AddPasses) {
    MPM.addPass(RemarkPass(RemarkStep::Begin, Remarks, nullptr));
    AddPasses();
    MPM.addPass(RemarkPass(RemarkStep::End, Remarks, nullptr));
  };
}

/// The name that -Rpass-analysis= matches.
static constexpr const char *PassName = "offstack-baseline";

/// Tells of the baseline's entries that are of no use any more, if someone
/// listens and all that could have found them has run.
void ReportWriter::reportUnusedEntries() {
  if (CI.getDiagnostics().hasErrorOccurred() ||
      !CI.getCodeGenOpts().OptimizationRemarkAnalysis.patternMatches(PassName))
    return;
  for (StringRef Text : Session->describeUnusedEntries(
           [&](StringRef Rule) { return Rules.contains(Rule); }))
    Emitter.remark(Diagnostic::UnusedBaselineEntry, SourceLocation(), PassName,
                   Text);
}

void ReportWriter::finish() {
  Collector->close();
  reportUnusedEntries();
  if (Error Failure = Session->write())
    handleAllErrors(std::move(Failure), [&](const ErrorInfoBase &Reason) {
      Emitter.error(Reason.message());
    });
}

} // namespace offstack
