# Run by CPack before it makes the Debian package: what Debian's policy wants in
# one, and an installation by hand does not need.

set(root "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share")
set(doc "${root}/doc/${CPACK_PACKAGE_NAME}")

# The Apache license is in every Debian; its exceptions are not.
file(READ "${CPACK_RESOURCE_FILE_LICENSE}" license)
string(REGEX REPLACE "^.*--- (LLVM Exceptions to .*)" "\\1" exceptions
  "${license}")
string(TIMESTAMP year "%Y" UTC)
file(WRITE "${doc}/copyright"
  "Copyright: ${year} The Offstack developers\n"
  "License: Apache-2.0 WITH LLVM-exception\n\n"
  "The Apache License 2.0 is in /usr/share/common-licenses/Apache-2.0.\n\n"
  "${exceptions}")

file(REMOVE "${doc}/LICENSE")

# With SOURCE_DATE_EPOCH in the environment, that is the date.
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE "${doc}/changelog"
  "${CPACK_PACKAGE_NAME} (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n\n"
  "  * Packaged by CPack.\n\n"
  " -- ${CPACK_PACKAGE_CONTACT}  ${date}\n")
file(GLOB pages "${root}/man/man1/*.1")
execute_process(COMMAND gzip -9nf "${doc}/changelog" ${pages}
  COMMAND_ERROR_IS_FATAL ANY)
# A page for each name.
foreach(command cc c++ rustc flang)
  file(CREATE_LINK offstack.1.gz "${root}/man/man1/offstack-${command}.1.gz"
    SYMBOLIC)
endforeach()

file(WRITE "${root}/lintian/overrides/${CPACK_PACKAGE_NAME}"
  "# CPack writes these scripts for every package with a file in /usr/lib.\n"
  "${CPACK_PACKAGE_NAME}: maintscript-calls-ldconfig [postinst]\n"
  "${CPACK_PACKAGE_NAME}: maintscript-calls-ldconfig [postrm]\n")
