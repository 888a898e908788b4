# cmake -DROOT=FOLDER -DOUTPUT=FILE -P EmbedPages.cmake
# Writes the pages of FOLDER, docs/, as rows for an array of C++:
#   {"hazards/gc-root", R"offstack_page(...)offstack_page"},
file(GLOB_RECURSE pages RELATIVE "${ROOT}" "${ROOT}/*.md")
list(SORT pages)
file(WRITE "${OUTPUT}.new" "")
foreach(page IN LISTS pages)
  file(READ "${ROOT}/${page}" text)
  string(REGEX REPLACE "[.]md$" "" name "${page}")
  file(APPEND "${OUTPUT}.new"
    "{\"${name}\", R\"offstack_page(${text})offstack_page\"},\n")
endforeach()
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
