# `cpack -G DEB`: a Debian package of what is installed.

set(CPACK_PACKAGE_NAME offstack)
set(CPACK_PACKAGE_VENDOR "The Offstack developers")
set(CPACK_PACKAGE_CONTACT
  "The Offstack developers <offstack@example.invalid>"
  CACHE STRING "The maintainer that the package names")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
  "Clang plugin and LLVM pass against stack overflow")
set(CPACK_PACKAGE_DESCRIPTION_FILE
  "${PROJECT_SOURCE_DIR}/cmake/package/description.txt")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS
  "${PROJECT_SOURCE_DIR}/cmake/package/DebianFiles.cmake")
set(CPACK_GENERATOR DEB)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
# The plugins have the C and C++ library only; their host brings LLVM. One of the
# hosts will be there, and which one is for the user to say.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "clang-22 | rustc-web | flang-22")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "cmake, lld-22, llvm-22, pkgconf")
include(CPack)
