# cmake -DINPUT=FILE -DOUTPUT=FILE -P EmbedBytes.cmake
# Writes the bytes of INPUT as numbers with commas, for an array of C++.
file(READ "${INPUT}" digits HEX)
string(REGEX REPLACE "(..)" "0x\\1," numbers "${digits}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n"
  numbers "${numbers}")
file(WRITE "${OUTPUT}" "${numbers}\n")
