# cmake -DINPUT=FILE -DOUTPUT=FILE -P EmbedText.cmake
# Writes the text of INPUT as a literal of C++.
file(READ "${INPUT}" text)
file(WRITE "${OUTPUT}" "R\"offstack_text(${text})offstack_text\"\n")
