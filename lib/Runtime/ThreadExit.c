/*===- ThreadExit.c - Frees a cache with its thread ------------- -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* The C library calls the destructors of a thread's variables. With glibc's own
|* function for them, a shared object stays loaded as long as there is one to
|* call. A key of pthreads does without, and would crash after dlclose: it is
for
|* libraries that have nothing else, musl among them, whose dlclose does
nothing.
|*
|* The pass makes the function that a target has a strong reference, so that a
|* static link finds it, and leaves the others weak.
|*
\*===----------------------------------------------------------------------===*/

#include "BoxCache.h"

extern int __cxa_thread_atexit_impl(void (*Destructor)(void *), void *Object,
                                    void *SharedObject) __attribute__((weak));
extern int pthread_key_create(unsigned *Key, void (*Destructor)(void *))
    __attribute__((weak));
extern int pthread_setspecific(unsigned Key, const void *Value)
    __attribute__((weak));
extern char __dso_handle __attribute__((visibility("hidden")));

/* One more than the key, and 0 as long as there is none. */
uint32_t __offstack_key;

/* Two threads that come first together make a key each, and one is not used. */
static slowPath void setKey(Cache *Own) {
  uint32_t Known = __atomic_load_n(&__offstack_key, __ATOMIC_RELAXED);
  if (!Known) {
    unsigned New;
    if (pthread_key_create(&New, __offstack_end_thread) != 0)
      return;
    if (__atomic_compare_exchange_n(&__offstack_key, &Known, New + 1, 0,
                                    __ATOMIC_RELAXED, __ATOMIC_RELAXED))
      Known = New + 1;
  }
  pthread_setspecific(Known - 1, Own);
}

slowPath void __offstack_at_thread_exit(Cache *Own) {
  if (__cxa_thread_atexit_impl)
    __cxa_thread_atexit_impl(__offstack_end_thread, Own, &__dso_handle);
  else if (pthread_key_create && pthread_setspecific)
    setKey(Own);
}

slowPath void __offstack_end_thread(void *Object) {
  Cache *Own = Object;
  /* Destructors that run after this one do without. */
  if (__offstack_cache == Own)
    __offstack_cache = DeadCache;
  orderForHandlers();
  __offstack_shrink(Own, 0);
  __offstack_unmap_pages(Own, sizeof(Cache));
}
