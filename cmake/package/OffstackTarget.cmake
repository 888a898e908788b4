# offstack_target(TARGET [OPTIONAL] [OPTION [VALUE]]...)
#
# Compiles the C, C++, Objective-C and Fortran sources of TARGET with Offstack.
# Each option of docs/options.md is an argument, in capitals, with '_' for '-':
#
#   offstack_target(app BOX STACK musl LOCAL 16K IGNORELIST ignored.txt)
#
# Files are relative to the current source directory, what is written to the
# current binary directory. With another compiler than Clang 22 this is an error;
# OPTIONAL makes it a message, and TARGET is compiled without Offstack.

# Sets <out> to the languages in use whose compiler can load the plugin, and
# <out>_OTHERS to the compilers of those that cannot, as "GNU 12.2 for C".
function(_offstack_find_languages out)
  get_property(enabled GLOBAL PROPERTY ENABLED_LANGUAGES)
  set(fit "")
  set(others "")
  foreach(language IN ITEMS C CXX OBJC OBJCXX Fortran)
    if(NOT language IN_LIST enabled)
      continue()
    endif()
    set(id "${CMAKE_${language}_COMPILER_ID}")
    set(version "${CMAKE_${language}_COMPILER_VERSION}")
    set(driver "${CMAKE_${language}_COMPILER_FRONTEND_VARIANT}")
    if(id MATCHES "^(Clang|LLVMFlang)$" AND NOT driver STREQUAL "MSVC"
       AND (version MATCHES "^22\\." OR version STREQUAL ""))
      list(APPEND fit ${language})
    else()
      string(STRIP "${id} ${version}" compiler)
      list(APPEND others "${compiler} for ${language}")
    endif()
  endforeach()
  set(${out} "${fit}" PARENT_SCOPE)
  list(JOIN others ", " others)
  set(${out}_OTHERS "${others}" PARENT_SCOPE)
endfunction()

# Sets <out> to the reports <paths>, with commas between them, in the build
# directory. A slash at the end stays: it says that this is a folder.
function(_offstack_place_reports out paths)
  set(placed "")
  foreach(path IN LISTS paths)
    get_filename_component(absolute "${path}" ABSOLUTE
      BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
    if(path MATCHES "/$")
      string(APPEND absolute "/")
    endif()
    list(APPEND placed "${absolute}")
  endforeach()
  list(JOIN placed "," placed)
  set(${out} "${placed}" PARENT_SCOPE)
endfunction()

# Sets <out> to the assignments, as "local=16K", that the parsed arguments give,
# <out>_FILES to those that name a file to read, and <out>_REPORTS to those that
# name what is written.
function(_offstack_read_options out)
  set(assignments "")
  set(files "")
  set(reports "")
  foreach(name IN LISTS OFFSTACK_OPTIONS)
    string(TOUPPER "${name}" argument)
    string(REPLACE "-" "_" argument "${argument}")
    set(value "${ARG_${argument}}")
    if(name IN_LIST OFFSTACK_FLAG_OPTIONS)
      if(value)
        list(APPEND assignments "${name}")
      endif()
    elseif(value STREQUAL "")
      continue()
    elseif(name IN_LIST OFFSTACK_FILE_OPTIONS)
      get_filename_component(value "${value}" ABSOLUTE)
      list(APPEND files "${name}=${value}")
    elseif(name IN_LIST OFFSTACK_REPORT_OPTIONS)
      _offstack_place_reports(value "${value}")
      list(APPEND reports "${name}=${value}")
    else()
      list(JOIN value "," value)
      list(APPEND assignments "${name}=${value}")
    endif()
  endforeach()
  set(${out} "${assignments}" PARENT_SCOPE)
  set(${out}_FILES "${files}" PARENT_SCOPE)
  set(${out}_REPORTS "${reports}" PARENT_SCOPE)
endfunction()

# Has the compiler of <language> load the plugin and read <options>, so that what
# is wrong is told now, and in the plugin's own words. Files are not looked at:
# the build may make them. Each set of options is tried once.
function(_offstack_try target language plugin options)
  file(TIMESTAMP "${plugin}" written "%s")
  string(MD5 key "${CMAKE_${language}_COMPILER};${plugin};${written};${options}")
  if(OFFSTACK_TRIED_${key})
    return()
  endif()
  set(kind c)
  if(language MATCHES "XX$")
    set(kind c++)
  endif()
  execute_process(
    COMMAND "${CMAKE_${language}_COMPILER}" -x ${kind} -fsyntax-only
      ${options} /dev/null
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "offstack_target(${target}): "
      "${CMAKE_${language}_COMPILER} does not take the plugin:\n${output}")
  endif()
  set(OFFSTACK_TRIED_${key} TRUE CACHE INTERNAL "")
endfunction()

# Says that no compiler fits: see OPTIONAL.
function(_offstack_leave_out target others is_optional)
  if(is_optional)
    message(STATUS "offstack_target(${target}): left out: the plugin is for "
      "Clang 22, found ${others}")
  else()
    message(FATAL_ERROR "offstack_target(${target}): the plugin is for "
      "Clang 22, found ${others}. Configure with CC=clang-22 CXX=clang++-22, or "
      "write OPTIONAL to compile '${target}' without Offstack there.")
  endif()
endfunction()

# Sets <out> to whom the options of <target> are for.
function(_offstack_find_scope out target)
  get_target_property(type ${target} TYPE)
  set(${out} PRIVATE PARENT_SCOPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    set(${out} INTERFACE PARENT_SCOPE)
  endif()
endfunction()

# Adds <options> to what <languages> of <target> are compiled with.
function(_offstack_add_options target languages options)
  _offstack_find_scope(scope ${target})
  foreach(option IN LISTS options)
    target_compile_options(${target} ${scope}
      "$<$<COMPILE_LANGUAGE:${languages}>:SHELL:${option}>")
  endforeach()
endfunction()

# Adds the files of the assignments <files> to what ccache looks at, if it is the
# launcher of <target>: they are not among the files that it sees by itself.
function(_offstack_tell_ccache target languages files)
  list(TRANSFORM files REPLACE "^[^=]*=" "")
  if(DEFINED ENV{CCACHE_EXTRAFILES})
    list(PREPEND files "$ENV{CCACHE_EXTRAFILES}")
  endif()
  list(JOIN files ":" files)
  foreach(language IN LISTS languages)
    get_target_property(launcher ${target} ${language}_COMPILER_LAUNCHER)
    if(launcher MATCHES "ccache")
      set_target_properties(${target} PROPERTIES ${language}_COMPILER_LAUNCHER
        "${CMAKE_COMMAND};-E;env;CCACHE_EXTRAFILES=${files};${launcher}")
    endif()
  endforeach()
endfunction()

# Has the C, C++ and Objective-C sources of <target> compiled with the plugin.
function(_offstack_use_clang target languages assignments files reports)
  get_target_property(plugin Offstack::Clang LOCATION)
  list(TRANSFORM assignments PREPEND "-fplugin-arg-offstack-")
  set(options "-fplugin=${plugin}" ${assignments})
  list(GET languages 0 language)
  _offstack_try(${target} ${language} "${plugin}" "${options}")
  foreach(assignment IN LISTS files reports)
    list(APPEND options "-fplugin-arg-offstack-${assignment}")
  endforeach()
  list(TRANSFORM options REPLACE "(.+)" "\"\\1\"")
  list(JOIN languages "," joined)
  _offstack_add_options(${target} "${joined}" "${options}")
  if(NOT files STREQUAL "")
    _offstack_tell_ccache(${target} "${languages}" "${files}")
  endif()
endfunction()

# Has the Fortran sources of <target> compiled with the pass, which boxes unless it
# is told not to.
function(_offstack_use_flang target assignments)
  get_target_property(plugin Offstack::Pass LOCATION)
  if(NOT "box" IN_LIST assignments)
    list(APPEND assignments "box=false")
  endif()
  list(TRANSFORM assignments REPLACE "(.+)" "-mllvm \"-offstack-\\1\"")
  _offstack_add_options(${target} Fortran
    "\"-fpass-plugin=${plugin}\";${assignments}")
endfunction()

# Fails if <target>, or what was read of its arguments, is not as it should be.
# A macro: the arguments are variables of the caller.
macro(_offstack_check_arguments target known)
  if(NOT TARGET Offstack::Clang)
    message(FATAL_ERROR "offstack_target(${target}): call find_package(Offstack) "
      "in this directory or in one above it")
  endif()
  if(NOT TARGET ${target})
    message(FATAL_ERROR "offstack_target(${target}): there is no such target")
  endif()
  if(DEFINED ARG_UNPARSED_ARGUMENTS)
    string(REPLACE ";" ", " expected "${known}")
    message(FATAL_ERROR "offstack_target(${target}): unknown argument "
      "'${ARG_UNPARSED_ARGUMENTS}': expected OPTIONAL, ${expected}")
  endif()
  if(DEFINED ARG_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "offstack_target(${target}): no value for "
      "'${ARG_KEYWORDS_MISSING_VALUES}'")
  endif()
  get_target_property(is_set ${target} OFFSTACK_TARGET)
  if(is_set)
    message(FATAL_ERROR "offstack_target(${target}): called a second time")
  endif()
  set_target_properties(${target} PROPERTIES OFFSTACK_TARGET TRUE)
endmacro()

# Sets <out> to the arguments that the options <names> are given as.
function(_offstack_name_arguments out names)
  string(TOUPPER "${names}" names)
  string(REPLACE "-" "_" names "${names}")
  set(${out} "${names}" PARENT_SCOPE)
endfunction()

function(offstack_target target)
  _offstack_name_arguments(known "${OFFSTACK_OPTIONS}")
  _offstack_name_arguments(flags "${OFFSTACK_FLAG_OPTIONS}")
  _offstack_name_arguments(lists
    "${OFFSTACK_LIST_OPTIONS};${OFFSTACK_REPORT_OPTIONS}")
  set(values ${known})
  list(REMOVE_ITEM values ${flags} ${lists})
  cmake_parse_arguments(PARSE_ARGV 1 ARG "OPTIONAL;${flags}" "${values}"
    "${lists}")
  _offstack_check_arguments(${target} "${known}")
  # The macros of the header are for every compiler.
  _offstack_find_scope(scope ${target})
  target_include_directories(${target} ${scope}
    $<TARGET_PROPERTY:Offstack::headers,INTERFACE_INCLUDE_DIRECTORIES>)

  _offstack_find_languages(languages)
  if(languages STREQUAL "")
    _offstack_leave_out(${target} "${languages_OTHERS}" "${ARG_OPTIONAL}")
    return()
  elseif(NOT languages_OTHERS STREQUAL "")
    message(STATUS "offstack_target(${target}): the plugin is for Clang 22, so "
      "nothing changes with ${languages_OTHERS}")
  endif()
  _offstack_read_options(assignments)
  if("Fortran" IN_LIST languages)
    _offstack_use_flang(${target} "${assignments};${assignments_FILES}")
  endif()
  list(REMOVE_ITEM languages Fortran)
  if(NOT languages STREQUAL "")
    _offstack_use_clang(${target} "${languages}" "${assignments}"
      "${assignments_FILES}" "${assignments_REPORTS}")
  endif()
endfunction()
