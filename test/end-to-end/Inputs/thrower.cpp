// The C++ side of c-unwinding.c.

extern "C" int catches(int (*Callback)(int), int Argument) {
  try {
    return Callback(Argument);
  } catch (int Number) {
    return Number;
  }
}

extern "C" void throws(int Number) {
  if (Number)
    throw Number;
}
