// Storage that other objects are written into.
// options: -std=c++17
// fixed: unsigned *words = reinterpret_cast<unsigned *>(storage.data());
// fixed: void *all = (void *)storage.data();

#include <cstdio>
#include <new>

int main() {
  char storage[400000];
  unsigned *words = reinterpret_cast<unsigned *>(storage);
  for (unsigned i = 0; i < 100000; ++i)
    new (words + i) unsigned(i);
  void *all = (void *)&storage;
  double *number = new (storage) double(1.5);
  std::printf("%u %d %g\n", words[99999], all == storage, *number);
}
