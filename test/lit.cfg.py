"""How lit runs Offstack's tests.

Substitutions:
  %offstack_pass   OffstackPass.so
  %offstack_clang  OffstackClang.so
  %opt             opt with OffstackPass.so loaded
  %clang_cc1       clang -cc1 with OffstackClang.so loaded and its action on
  %clang %clangxx  the drivers, without a plugin
  %rustc %flang    those of Rust and Fortran, without a plugin
  %valgrind        valgrind, which fails on a leak or a wrong access
  %llvm_libs       the directory of LLVM's libraries
  %stress          utils/stress with the plugins of this build
  %python          the interpreter that lit runs in
  %offstack_bin    the folder of the command offstack
  %cargo           that of the same distribution as rustc
  %rustc_path      rustc, without what lets it load plugins
  %offstack_src    the root of the sources
  %offstack_build  the build directory
"""

import os
import shutil
import sys

import lit.formats

config.name = "Offstack"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".ll", ".c", ".cpp", ".f90", ".rs", ".test"]
config.excludes = ["Inputs", "unit", "CMakeLists.txt"]
config.test_source_root = os.path.dirname(__file__)

# A test states the options it runs with: none may come from outside.
config.environment.pop("OFFSTACK_OPTIONS", None)
config.environment["PATH"] = os.pathsep.join(
    [config.llvm_tools_dir, config.offstack_bin_dir, os.environ["PATH"]])

offstack_pass = os.path.join(config.offstack_lib_dir, "OffstackPass.so")
offstack_clang = os.path.join(config.offstack_lib_dir, "OffstackClang.so")


def tool(name):
    return os.path.join(config.llvm_tools_dir, name)


# Debian's rustc is linked with LLVM 22; a newer one elsewhere on the path may
# not be. Options that begin with -Z need the bootstrap variable on a stable one.
rustc = shutil.which("rustc", path="/usr/bin") or "rustc"
cargo = shutil.which("cargo", path="/usr/bin") or "cargo"

config.substitutions += [
    ("%offstack_pass", offstack_pass),
    ("%offstack_clang", offstack_clang),
    ("%offstack_bin", config.offstack_bin_dir),
    ("%offstack_src", config.offstack_source_dir),
    ("%offstack_build", os.path.dirname(config.offstack_lib_dir)),
    ("%opt", f"{tool('opt')} -load-pass-plugin={offstack_pass}"),
    ("%clang_cc1", f"{tool('clang')} -cc1 -load {offstack_clang} "
                   "-add-plugin offstack -triple x86_64-unknown-linux-gnu"),
    ("%valgrind", "valgrind -q --leak-check=full --error-exitcode=9"),
    ("%stress", f"{sys.executable} {config.offstack_source_dir}/utils/stress "
                f"--plugins {config.offstack_lib_dir}"),
    ("%llvm_libs", os.path.join(config.llvm_tools_dir, "../lib")),
    ("%python", sys.executable),
    ("%rustc_path", rustc),
    ("%cargo", cargo),
    ("%rustc", f"env RUSTC_BOOTSTRAP=1 {rustc}"),
    ("%flang", tool("flang")),
    ("%clangxx", tool("clang++")),
    ("%clang", tool("clang")),
]
