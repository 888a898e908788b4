// Crashes with a stack of 512 KiB, unless the array is boxed.
#include "work.h"

int work(int Number) {
  volatile char Scratch[1 << 20];
  for (int I = 0; I <= Number; ++I)
    Scratch[I * 4096] = static_cast<char>(I);
  if (Number > 1000)
    throw Number;
  return Scratch[Number * 4096] + 1;
}
