// C's own way to sort.
// options: -std=c++17
// fixed: std::qsort(records.data(), 5000, sizeof records[0], compare);

#include <cstdio>
#include <cstdlib>

struct Record {
  int key;
  char payload[60];
};

static int compare(const void *left, const void *right) {
  return static_cast<const Record *>(left)->key -
         static_cast<const Record *>(right)->key;
}

int main() {
  Record records[5000];
  for (int i = 0; i < 5000; ++i) {
    records[i].key = (i * 7919) % 5000;
    records[i].payload[0] = 'p';
  }
  std::qsort(records, 5000, sizeof records[0], compare);
  std::printf("%d %d\n", records[0].key, records[4999].key);
}
