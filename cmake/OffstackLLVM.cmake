# Finds LLVM 22 with Clang's headers, and the tools that the tests run.
#
# LLVM's own version file accepts an exact major.minor only, so the version is
# tested here. Nothing of LLVM or Clang is linked into the plugins: the host
# process provides both.

find_package(LLVM REQUIRED CONFIG HINTS /usr/lib/llvm-22/lib/cmake/llvm)
if(NOT LLVM_VERSION_MAJOR EQUAL 22)
  message(FATAL_ERROR
    "Offstack needs LLVM 22, found ${LLVM_PACKAGE_VERSION} in ${LLVM_DIR}. "
    "On Debian, run utils/setup, or install llvm-22-dev and libclang-22-dev.")
endif()
if(NOT EXISTS "${LLVM_INCLUDE_DIRS}/clang/AST/Decl.h")
  message(FATAL_ERROR
    "Clang's headers are missing from ${LLVM_INCLUDE_DIRS}. "
    "On Debian, install libclang-22-dev.")
endif()

add_library(OffstackLLVMHeaders INTERFACE)
target_include_directories(OffstackLLVMHeaders SYSTEM INTERFACE
  ${LLVM_INCLUDE_DIRS})
target_compile_definitions(OffstackLLVMHeaders INTERFACE
  ${LLVM_DEFINITIONS_LIST} __STDC_CONSTANT_MACROS __STDC_FORMAT_MACROS
  __STDC_LIMIT_MACROS)
