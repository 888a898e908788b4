// The object file is, byte for byte, the one that clang writes without the
// plugin, with and without debug information.

// RUN: %clang -O0 -c %s -o %t.plain.o
// RUN: %clang -O0 -c %s -o %t.plugin.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-local=64 -w
// RUN: cmp %t.plain.o %t.plugin.o

// RUN: %clang -O2 -g -c %s -o %t.plain.o
// RUN: %clang -O2 -g -c %s -o %t.plugin.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-local=64 -w
// RUN: cmp %t.plain.o %t.plugin.o

// With warnings shown, too.
// RUN: %clang -O0 -c %s -o %t.plain.o
// RUN: %clang -O0 -c %s -o %t.plugin.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-local=64 2>&1 | FileCheck %s
// RUN: cmp %t.plain.o %t.plugin.o
// CHECK: local variable 'page' of type 'struct page' takes
// CHECK: 1 warning generated.

typedef unsigned long size_t;
void *memcpy(void *restrict To, const void *restrict From, size_t Count);
int read_file(int file, void *to, size_t count);

struct page {
  unsigned number;
  unsigned char data[4096];
};

struct cache {
  struct page *pages[16];
  unsigned count;
};

static int is_leaf(const struct page *page) { return page->data[0] & 8; }

static int find_cell(const struct page *page, unsigned key) {
  int low = 0, high = page->data[3];
  while (low < high) {
    int middle = (low + high) / 2;
    if (page->data[8 + middle] < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

int load(struct cache *cache, int file, unsigned key) {
  struct page page;
  for (unsigned i = 0; i < cache->count; ++i)
    if (cache->pages[i]->number == key)
      return find_cell(cache->pages[i], key);
  if (read_file(file, page.data, sizeof(page.data)) < 0)
    return -1;
  switch (page.data[0]) {
  case 2:
  case 5:
    return find_cell(&page, key);
  default:
    if (!is_leaf(&page))
      return -2;
  }
  if (cache->count < 16)
    memcpy(cache->pages[cache->count++], &page, sizeof(page));
  return 0;
}
