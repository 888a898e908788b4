# Build functions: one for a room of the static core, one for a plugin.

# Warnings and the code generation that a plugin needs. Packaged hosts differ
# in RTTI (Debian's LLVM has it, rustc's has not), so nothing may refer to it.
add_library(OffstackBuildFlags INTERFACE)
target_compile_options(OffstackBuildFlags INTERFACE
  -fno-rtti -fno-exceptions -fvisibility=hidden -fvisibility-inlines-hidden
  # Assertions name their source: the same wherever it is built.
  "-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/="
  -Wall -Wextra -Wno-unused-parameter -Wimplicit-fallthrough
  $<$<BOOL:${OFFSTACK_WERROR}>:-Werror>)
target_include_directories(OffstackBuildFlags INTERFACE
  "${PROJECT_SOURCE_DIR}/include")
if(OFFSTACK_SANITIZE)
  # There is no RTTI to check virtual tables with.
  target_compile_options(OffstackBuildFlags INTERFACE
    -fsanitize=${OFFSTACK_SANITIZE} -fno-sanitize=vptr
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(OffstackBuildFlags INTERFACE
    -fsanitize=${OFFSTACK_SANITIZE})
endif()

# offstack_add_room(NAME SOURCES... [DEPENDS ROOM...])
# Adds the static library OffstackRoom<NAME>. DEPENDS states the arrows of the
# design; test/unit checks that no include goes against them.
function(offstack_add_room name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  set(target OffstackRoom${name})
  add_library(${target} STATIC ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${target} PRIVATE OffstackBuildFlags)
  target_link_libraries(${target} PUBLIC OffstackLLVMHeaders)
  foreach(room IN LISTS ARG_DEPENDS)
    target_link_libraries(${target} PUBLIC OffstackRoom${room})
  endforeach()
endfunction()

# offstack_add_plugin(NAME SOURCES... DEPENDS ROOM...)
# Adds the module lib/<NAME>.so. Undefined LLVM symbols are the host's to
# provide: a plugin that brings its own LLVM would load a second one into it.
function(offstack_add_plugin name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  add_library(${name} MODULE ${ARG_UNPARSED_ARGUMENTS})
  set_target_properties(${name} PROPERTIES PREFIX "")
  target_link_libraries(${name} PRIVATE OffstackBuildFlags)
  foreach(room IN LISTS ARG_DEPENDS)
    target_link_libraries(${name} PRIVATE OffstackRoom${room})
  endforeach()
  set(exports "${PROJECT_SOURCE_DIR}/cmake/plugin-exports.map")
  target_link_options(${name} PRIVATE
    -Wl,--gc-sections -Wl,--version-script=${exports})
  set_target_properties(${name} PROPERTIES LINK_DEPENDS "${exports}")
endfunction()
