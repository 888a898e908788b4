// Many shared objects with boxes, loaded late, by a thread that runs already:
// each has eight bytes of thread-local storage and its own cache. They are
// unloaded while another thread still has caches in them.

// RUN: %clang -O2 -fPIC -shared %cache -DLIBRARY %s -o %t.so
// RUN: %clang -O2 -fPIC -shared %cache -DLIBRARY -ftls-model=initial-exec %s \
// RUN:   -o %t.static-tls.so
// RUN: %clang -O2 -pthread %cache %s -o %t
// RUN: %t %t.so | FileCheck %s
// RUN: %t %t.static-tls.so | FileCheck %s
// RUN: nm --dynamic --defined-only %t.so | FileCheck %s --check-prefix=EXPORTS
// EXPORTS-NOT: __offstack
// EXPORTS: work
// EXPORTS-NOT: __offstack

#include "Inputs/memory.h"

#ifdef LIBRARY
#include "offstack/runtime.h"

int work(unsigned depth, uint64_t value) {
  char buffer[100000];
  mark(buffer, sizeof buffer, value);
  if (depth && !work(depth - 1, value + 1))
    return 0;
  return is_marked(buffer, sizeof buffer, value) &&
         offstack_cache_stats().misses == 4;
}
#else
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

enum { Copies = 100 };
typedef int (*worker)(unsigned, uint64_t);

static void *handles[Copies];
static worker workers[Copies];
static pthread_barrier_t barrier;

// Each copy is a file of its own: the same one would be loaded once.
static void *load(const char *path, int number) {
  char copy[4096], command[9000];
  snprintf(copy, sizeof copy, "%s.%d", path, number);
  snprintf(command, sizeof command, "cp '%s' '%s'", path, copy);
  CHECK(system(command) == 0);
  void *handle = dlopen(copy, RTLD_NOW | RTLD_LOCAL);
  if (!handle)
    puts(dlerror());
  CHECK(handle);
  remove(copy);
  return handle;
}

static void *use_all(void *unused) {
  pthread_barrier_wait(&barrier);
  for (int i = 0; i < Copies; ++i)
    CHECK(workers[i](3, (uint64_t)i << 32));
  pthread_barrier_wait(&barrier); // All are in use here.
  pthread_barrier_wait(&barrier); // All are closed.
  return unused;
}

static int count_mapped(void) {
  char line[5000];
  int count = 0;
  FILE *maps = fopen("/proc/self/maps", "r");
  while (fgets(line, sizeof line, maps))
    count += strstr(line, ".so.") && strstr(line, "shared-objects") &&
             strstr(line, "r-xp");
  fclose(maps);
  return count;
}

int main(int argc, char **argv) {
  CHECK(argc == 2);
  pthread_t user;
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_create(&user, NULL, use_all, NULL);
  for (int i = 0; i < Copies; ++i) {
    handles[i] = load(argv[1], i);
    workers[i] = (worker)dlsym(handles[i], "work");
  }
  // CHECK: 100 loaded
  printf("%d loaded\n", count_mapped());
  pthread_barrier_wait(&barrier);
  pthread_barrier_wait(&barrier);
  for (int i = 0; i < Copies; ++i)
    CHECK(dlclose(handles[i]) == 0);
  // CHECK: 100 kept by a thread
  printf("%d kept by a thread\n", count_mapped());
  pthread_barrier_wait(&barrier);
  pthread_join(user, NULL);
  // The next call into the loader unmaps them.
  dlclose(load(argv[1], 0));
  // CHECK: 0 left
  printf("%d left\n", count_mapped());
}
#endif
