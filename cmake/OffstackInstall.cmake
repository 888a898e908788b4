# What `cmake --install` installs. Nothing in it holds an absolute path, so that
# the tree works wherever it is put: with --prefix, with DESTDIR, from a package.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(OFFSTACK_PLUGIN_DIR "${CMAKE_INSTALL_LIBDIR}/offstack")
set(cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/Offstack")
# It is about what runs where it is compiled, and so the same for every target.
set(pc_dir "${CMAKE_INSTALL_DATAROOTDIR}/pkgconfig")
set(doc_dir "${CMAKE_INSTALL_DATAROOTDIR}/doc/offstack")
set(package "${PROJECT_BINARY_DIR}/package")

# The plugins and the headers, as targets of the package.
add_library(OffstackHeaders INTERFACE)
target_include_directories(OffstackHeaders INTERFACE
  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
set_target_properties(OffstackHeaders PROPERTIES EXPORT_NAME headers)
set_target_properties(OffstackClang PROPERTIES EXPORT_NAME Clang)
set_target_properties(OffstackPass PROPERTIES EXPORT_NAME Pass)
install(TARGETS OffstackClang OffstackPass OffstackHeaders
  EXPORT OffstackExports LIBRARY DESTINATION "${OFFSTACK_PLUGIN_DIR}")
install(EXPORT OffstackExports NAMESPACE Offstack::
  DESTINATION "${cmake_dir}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/offstack"
  DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")

# The arguments of offstack_target() are the rows of Options.def.
set(options "${package}/OffstackOptions.cmake")
add_custom_command(OUTPUT "${options}"
  COMMAND offstack-registry cmake-options > "${options}"
  DEPENDS offstack-registry VERBATIM)
add_custom_target(OffstackOptionNames ALL DEPENDS "${options}")
configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/package/OffstackConfig.cmake.in"
  "${package}/OffstackConfig.cmake" INSTALL_DESTINATION "${cmake_dir}"
  NO_SET_AND_CHECK_MACRO)
# The plugin runs in the compiler, whatever this compiles for.
write_basic_package_version_file("${package}/OffstackConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES "${options}" "${package}/OffstackConfig.cmake"
  "${package}/OffstackConfigVersion.cmake"
  "${PROJECT_SOURCE_DIR}/cmake/package/OffstackTarget.cmake"
  DESTINATION "${cmake_dir}")

# pkg-config's file finds the prefix upwards from itself.
string(REGEX REPLACE "[^/]+" ".." OFFSTACK_PC_UP "${pc_dir}")
configure_file("${PROJECT_SOURCE_DIR}/cmake/package/offstack.pc.in"
  "${package}/offstack.pc" @ONLY)
install(FILES "${package}/offstack.pc" DESTINATION "${pc_dir}")

# The command, and its names of one word, which are links to it.
set(command_links "")
foreach(command cc c++ rustc flang)
  list(APPEND command_links
    "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/offstack-${command}")
endforeach()
install(TARGETS offstack RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES ${command_links} DESTINATION "${CMAKE_INSTALL_BINDIR}")
configure_file("${PROJECT_SOURCE_DIR}/cmake/package/offstack.1.in"
  "${package}/offstack.1" @ONLY)
install(FILES "${package}/offstack.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs/" DESTINATION "${doc_dir}")
# What shells complete the command by, where they look for it.
foreach(shell bash fish)
  set(completion "${package}/offstack.${shell}")
  add_custom_command(OUTPUT "${completion}"
    COMMAND offstack completion ${shell} > "${completion}"
    DEPENDS offstack VERBATIM)
  list(APPEND completions "${completion}")
endforeach()
add_custom_target(OffstackCompletions ALL DEPENDS ${completions})
install(FILES "${package}/offstack.bash" RENAME offstack
  DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/bash-completion/completions")
install(FILES "${package}/offstack.fish"
  DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/fish/vendor_completions.d")

# README stands beside the pages that it links to, as the license does.
file(READ "${PROJECT_SOURCE_DIR}/README.md" readme)
string(REPLACE "](docs/" "](" readme "${readme}")
file(CONFIGURE OUTPUT "${package}/README.md" CONTENT "${readme}" @ONLY)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  "${PROJECT_SOURCE_DIR}/README.md")
install(FILES "${package}/README.md" "${PROJECT_SOURCE_DIR}/LICENSE"
  DESTINATION "${doc_dir}")
