// Fibres that take boxes and are resumed by whichever thread is free: boxes are
// released in any order, on another stack and by another thread than they were
// taken by. Contents stay apart, and no block is lost.

// RUN: %clang -O2 -pthread %cache %s -o %t
// RUN: %t | FileCheck %s
// RUN: %clang -O0 -pthread %cache %s -o %t.O0
// RUN: %t.O0 | FileCheck %s
// RUN: %clang -O2 -fPIC -shared -pthread %cache -Dmain=in_library %s -o %t.so
// RUN: echo 'int in_library(void); int main(void) { return in_library(); }' \
// RUN:   > %t.main.c
// RUN: %clang %t.main.c %t.so -o %t.so.exe
// RUN: %t.so.exe | FileCheck %s
// CHECK: 200 fibres, on several threads: yes

#include "Inputs/memory.h"
#include <pthread.h>
#include <sched.h>
#include <ucontext.h>

enum { Fibres = 200, Live = 16, Threads = 4, StackSize = 64 << 10 };

struct fibre {
  ucontext_t context;
  ucontext_t *back;
  pthread_t started;
  int is_done;
  int number;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
// More than there can be.
static struct fibre *waiting[Live + Threads];
static unsigned started, finished, moved, random_state = 1;

static NOINLINE void yield(struct fibre *self) {
  swapcontext(&self->context, self->back);
}

static NOINLINE void deeper(struct fibre *self, unsigned depth) {
  char buffer[9000 + 0 * depth];
  char fixed[30000];
  uint64_t value = (uint64_t)self->number << 32 | depth << 16;
  mark(buffer, sizeof buffer, value);
  yield(self);
  mark(fixed, sizeof fixed, value + 1);
  if (depth)
    deeper(self, depth - 1);
  yield(self);
  CHECK(is_marked(fixed, sizeof fixed, value + 1));
  CHECK(is_marked(buffer, sizeof buffer, value));
}

static void run(unsigned high, unsigned low) {
  struct fibre *self = (struct fibre *)((uintptr_t)high << 32 | (uintptr_t)low);
  for (unsigned i = 0; i < 5; ++i)
    deeper(self, (self->number + i) % 5);
  self->is_done = 1;
  swapcontext(&self->context, self->back);
}

static struct fibre *start(int number) {
  struct fibre *new = calloc(1, sizeof *new);
  getcontext(&new->context);
  new->context.uc_stack.ss_sp = malloc(StackSize);
  new->context.uc_stack.ss_size = StackSize;
  new->number = number;
  new->started = pthread_self();
  makecontext(&new->context, (void (*)(void))run, 2,
              (unsigned)((uintptr_t)new >> 32), (unsigned)(uintptr_t)new);
  return new;
}

// Takes a waiting fibre, the first behind a random place, or starts one. Null
// when there is none.
static struct fibre *choose(void) {
  struct fibre *chosen = NULL;
  pthread_mutex_lock(&lock);
  random_state = random_state * 1103515245 + 12345;
  unsigned place = random_state >> 16;
  if (started < Fibres && started - finished < Live)
    chosen = start((int)++started);
  for (unsigned i = 0; !chosen && i < Live + Threads; ++i) {
    chosen = waiting[(place + i) % (Live + Threads)];
    waiting[(place + i) % (Live + Threads)] = NULL;
  }
  pthread_mutex_unlock(&lock);
  return chosen;
}

static void put_back(struct fibre *fibre) {
  pthread_mutex_lock(&lock);
  moved += !pthread_equal(fibre->started, pthread_self());
  for (unsigned i = 0; fibre; i = (i + 1) % (Live + Threads))
    if (!waiting[i]) {
      waiting[i] = fibre;
      fibre = NULL;
    }
  pthread_mutex_unlock(&lock);
  // The others' turn, also where there is one processor.
  if (random_state % 16 == 0)
    sched_yield();
}

static pthread_barrier_t all_have_started;

static void *work(void *unused) {
  int is_first = 1;
  while (__atomic_load_n(&finished, __ATOMIC_ACQUIRE) < Fibres) {
    ucontext_t here;
    struct fibre *fibre = choose();
    if (!fibre)
      continue;
    fibre->back = &here;
    swapcontext(&here, &fibre->context);
    if (!fibre->is_done) {
      put_back(fibre);
      // Each thread has started a fibre before one goes on: even if a single
      // thread runs from then on, it resumes those of others.
      if (is_first)
        pthread_barrier_wait(&all_have_started);
      is_first = 0;
      continue;
    }
    free(fibre->context.uc_stack.ss_sp);
    free(fibre);
    __atomic_add_fetch(&finished, 1, __ATOMIC_RELEASE);
  }
  return unused;
}

int main(void) {
  pthread_t threads[Threads];
  pthread_barrier_init(&all_have_started, NULL, Threads);
  for (int i = 0; i < Threads; ++i)
    pthread_create(&threads[i], NULL, work, NULL);
  for (int i = 0; i < Threads; ++i)
    pthread_join(threads[i], NULL);
  printf("%u fibres, on several threads: %s\n", finished, moved ? "yes" : "no");
  return 0;
}
