//===- RemarkCollector.cpp - Remarks become findings ----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The arguments of a remark have keys: by them the numbers and names behind its
// text are found.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/RemarkCollector.h"
#include "Offstack/Registry/Hazards.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/WithColor.h"

using namespace llvm;

namespace offstack {

/// Returns true if remarks of \p PassName tell of what is in the code. Those on
/// the ignore list tell of the list.
static bool isReported(StringRef PassName) {
  return PassName == "offstack-box" || PassName == "offstack-recursion";
}

RemarkCollector *
RemarkCollector::install(LLVMContext &Context,
                         std::shared_ptr<ReportSession> Session) {
  auto *Collector =
      new RemarkCollector(Context.getDiagnosticHandler(), std::move(Session));
  Context.setDiagnosticHandler(std::unique_ptr<DiagnosticHandler>(Collector));
  return Collector;
}

RemarkCollector::RemarkCollector(std::unique_ptr<DiagnosticHandler> GivenHost,
                                 std::shared_ptr<ReportSession> Session)
    : Host(GivenHost ? std::move(GivenHost)
                     : std::make_unique<DiagnosticHandler>()),
      Session(std::move(Session)) {
  // Hosts ask the handler in place for these.
  DiagnosticContext = Host->DiagnosticContext;
  DiagHandlerCallback = Host->DiagHandlerCallback;
  HasErrors = Host->HasErrors;
}

RemarkCollector::~RemarkCollector() {
  if (!WritesAtEnd || !HasMore)
    return;
  // Nobody is left who would hear of it.
  if (Error Failure = write())
    WithColor::error(errs())
        << "offstack: " << toString(std::move(Failure)) << '\n';
}

Error RemarkCollector::write() {
  HasMore = false;
  return Session->write();
}

bool RemarkCollector::isAnalysisRemarkEnabled(StringRef PassName) const {
  return isReported(PassName) || Host->isAnalysisRemarkEnabled(PassName);
}

bool RemarkCollector::isMissedOptRemarkEnabled(StringRef PassName) const {
  return isReported(PassName) || Host->isMissedOptRemarkEnabled(PassName);
}

bool RemarkCollector::isPassedOptRemarkEnabled(StringRef PassName) const {
  return isReported(PassName) || Host->isPassedOptRemarkEnabled(PassName);
}

bool RemarkCollector::isAnyRemarkEnabled() const {
  return IsActive || Host->isAnyRemarkEnabled();
}

/// Returns true if the host wants \p Remark.
bool RemarkCollector::isShown(
    const DiagnosticInfoOptimizationBase &Remark) const {
  StringRef PassName = Remark.getPassName();
  if (Remark.isPassed())
    return Host->isPassedOptRemarkEnabled(PassName);
  if (Remark.isMissed())
    return Host->isMissedOptRemarkEnabled(PassName);
  return Host->isAnalysisRemarkEnabled(PassName);
}

bool RemarkCollector::forward(const DiagnosticInfo &Info) {
  if (Info.getSeverity() == DS_Error)
    Host->HasErrors = true;
  return Host->handleDiagnostics(Info);
}

bool RemarkCollector::handleDiagnostics(const DiagnosticInfo &Info) {
  const auto *Remark = dyn_cast<DiagnosticInfoOptimizationBase>(&Info);
  if (!Remark)
    return forward(Info);
  bool IsKnown = isReported(Remark->getPassName()) &&
                 add(*Remark) == BaselineState::Unchanged;
  return IsKnown || !isShown(*Remark) || forward(Info);
}

/// Returns the rule of \p Remark. Some classes of recursion have no row.
static StringRef findRule(const DiagnosticInfoOptimizationBase &Remark) {
  StringRef Name = Remark.getRemarkName();
  auto IsNamed = [&](const auto &Row) { return Row.Name == Name; };
  bool IsKnown =
      any_of(getDiagnosticRows(), IsNamed) || any_of(getHazardRows(), IsNamed);
  return IsKnown ? Name : getDiagnosticName(Diagnostic::Recursive);
}

/// Returns the file of \p Remark: as debug information names it, where that is
/// relative to the folder that the compiler runs in, else absolute.
static SmallString<128> findFile(const DiagnosticInfoOptimizationBase &Remark) {
  SmallString<128> File(Remark.getLocation().getRelativePath());
  SmallString<128> FromHere = File;
  std::string Absolute = Remark.getLocation().getAbsolutePath();
  // Without a folder here, nothing is relative to it.
  if (sys::fs::make_absolute(FromHere) || FromHere != Absolute)
    File = Absolute;
  return File;
}

/// Returns the place of \p Remark; without debug locations, the file that is
/// compiled.
static SourcePlace findPlace(const DiagnosticInfoOptimizationBase &Remark) {
  SourcePlace Place;
  SmallString<128> File(Remark.getFunction().getParent()->getSourceFileName());
  if (Remark.isLocationAvailable()) {
    File = findFile(Remark);
    Place.Line = Remark.getLocation().getLine();
    Place.Column = Remark.getLocation().getColumn();
  }
  sys::path::remove_dots(File);
  Place.File = File.str().str();
  return Place;
}

/// Adds what the argument \p Arg of a remark says to \p Facts.
static void addFact(FindingFacts &Facts,
                    const DiagnosticInfoOptimizationBase::Argument &Arg) {
  auto Number = [&]() -> std::optional<uint64_t> {
    uint64_t Value = 0;
    if (StringRef(Arg.Val).getAsInteger(10, Value))
      return std::nullopt;
    return Value;
  };
  StringRef Key = Arg.Key;
  if (Key == "Bytes")
    Facts.Bytes = Number();
  else if (Key == "LimitBytes")
    Facts.LimitBytes = Number();
  else if (Key == "Depth")
    Facts.DepthLevels = Number();
  else if (Key == "Variable" && Facts.Variable.empty())
    Facts.Variable = Arg.Val;
}

/// Returns the parts of a frame that \p Remark lists: each is a name, followed
/// by its bytes.
static std::vector<FramePart>
findParts(const DiagnosticInfoOptimizationBase &Remark) {
  std::vector<FramePart> Parts;
  FramePart Part;
  for (const auto &Arg : Remark.getArgs()) {
    if (Arg.Key == "Variable" || Arg.Key == "Part") {
      Part.Kind = Arg.Key == "Variable" ? FramePartKind::Variable
                                        : FramePartKind::Other;
      Part.Name = Arg.Val;
    } else if (Arg.Key == "PartBytes" &&
               !StringRef(Arg.Val).getAsInteger(10, Part.Bytes)) {
      Parts.push_back(Part);
    }
  }
  return Parts;
}

/// Returns the calls of the recursion that \p Remark names the functions of.
static std::vector<CallStep>
findCycle(const DiagnosticInfoOptimizationBase &Remark, SourcePlace Place) {
  std::vector<std::string> Names;
  for (const auto &Arg : Remark.getArgs())
    if (Arg.Key == "Function" || Arg.Key == "Through")
      Names.push_back(getReadableName(Arg.Val));
  std::vector<CallStep> Cycle;
  for (auto [Index, Name] : enumerate(Names))
    Cycle.push_back({Name, Names[(Index + 1) % Names.size()], {}});
  if (!Cycle.empty())
    Cycle[0].Place = std::move(Place);
  return Cycle;
}

static FindingFacts findFacts(const DiagnosticInfoOptimizationBase &Remark) {
  const Function &F = Remark.getFunction();
  FindingFacts Facts;
  Facts.Symbol = F.getName().str();
  Facts.Function = getReadableName(F.getName());
  Facts.IsLocalToFile = F.hasLocalLinkage();
  Facts.Parts = findParts(Remark);
  if (StringRef(Remark.getPassName()) == "offstack-recursion")
    Facts.Cycle = findCycle(Remark, findPlace(Remark));
  for (const auto &Arg : Remark.getArgs())
    // A part's variable is not what the finding is about.
    if (Facts.Parts.empty() || Arg.Key != "Variable")
      addFact(Facts, Arg);
  return Facts;
}

/// Makes a finding of \p Remark. Returns what the baseline says of it.
BaselineState
RemarkCollector::add(const DiagnosticInfoOptimizationBase &Remark) {
  Finding F = Session->beginFinding(findRule(Remark), findPlace(Remark),
                                    findFacts(Remark));
  F.Level = FindingLevel::Remark;
  F.Message = Remark.getMsg();
  BaselineState State = F.State;
  Session->add(std::move(F));
  HasMore = true;
  return State;
}

CompilationUnit describeUnit(const Module &M, StringRef Plugin) {
  CompilationUnit Unit;
  SmallString<128> Source(M.getSourceFileName()), Folder;
  sys::path::remove_dots(Source);
  Unit.Source = Source.str().str();
  if (!sys::fs::current_path(Folder))
    Unit.Directory = Folder.str().str();
  Unit.Plugin = Plugin.str();
  return Unit;
}

} // namespace offstack
