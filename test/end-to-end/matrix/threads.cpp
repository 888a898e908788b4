// Threads of C++: large captures, exceptions carried from one to another, and
// pthread_exit and cancellation past frames with boxes and destructors.

// RUN: %compare "0v 2v 3" %clangxx -pthread %s | FileCheck %s
// RUN: %compare "0 2" %clangxx -pthread %s -- -fsanitize=thread

#include "Inputs/buffer.h"
#include <array>
#include <atomic>
#include <future>
#include <pthread.h>
#include <thread>
#include <unistd.h>
#include <vector>

static std::atomic<int> Destroyed;
struct Counted {
  char Text[100];
  explicit Counted(int N) { fill(Text, sizeof Text, N); }
  ~Counted() { Destroyed += sum(Text, sizeof Text) != 0; }
};

NOINLINE static int work(int N, const std::array<int, 100> &Shared) {
  char Buffer[200];
  int Sum = USE(Buffer, N) + Shared[N];
  if (N == 3)
    throw N;
  return Sum;
}

static void *exits(void *Argument) {
  char Buffer[100];
  Counted Object(1);
  fill(Buffer, sizeof Buffer, 1);
  pthread_exit(Argument);
}

static std::atomic<bool> Started;
static void *isCancelled(void *) {
  char Buffer[100];
  Counted Object(2);
  try {
    Counted Inner(3);
    fill(Buffer, sizeof Buffer, 2);
    Started = true;
    for (;;)
      pause();
  } catch (int) {
  }
  return nullptr;
}

int main() {
  std::array<int, 100> Shared;
  fill(Shared.data(), sizeof Shared, 1);
  int Results[4] = {};
  {
    std::vector<std::thread> Threads;
    for (int N = 0; N < 3; ++N)
      Threads.emplace_back([Shared, N, &Results] {
        char Buffer[300];
        Results[N] = USE(Buffer, N) + work(N, Shared);
      });
    for (std::thread &T : Threads)
      T.join();
  }
  // CHECK: threads {{-?[0-9]+ -?[0-9]+ -?[0-9]+}}
  printf("threads %d %d %d\n", Results[0], Results[1], Results[2]);

  // CHECK: future int 3
  std::future<int> Future =
      std::async(std::launch::async, [Shared] { return work(3, Shared); });
  try {
    printf("future %d\n", Future.get());
  } catch (int Number) {
    printf("future int %d\n", Number);
  }

  // CHECK: exited 1, cancelled 1, destroyed 3
  pthread_t Thread;
  void *Exited, *Cancelled;
  pthread_create(&Thread, nullptr, exits, Results);
  pthread_join(Thread, &Exited);
  pthread_create(&Thread, nullptr, isCancelled, nullptr);
  while (!Started)
    usleep(1000);
  pthread_cancel(Thread);
  pthread_join(Thread, &Cancelled);
  printf("exited %d, cancelled %d, destroyed %d\n", Exited == Results,
         Cancelled == PTHREAD_CANCELED, Destroyed.load());
}
