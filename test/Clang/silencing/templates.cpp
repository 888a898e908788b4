// Templates are reported at their text, for each instance that has something to
// report: pragmas and attributes there count, those at the place of the instance
// do not.

// DEFINE: %{check} = %clang_cc1 -std=c++17 -I%S/Inputs -plugin-arg-offstack local=1K \
// DEFINE:   -plugin-arg-offstack frame=2K -plugin-arg-offstack recursion=all \
// DEFINE:   -emit-obj -o /dev/null -verify-ignore-unexpected=note
// RUN: %{check} %s -verify -plugin-arg-offstack ignorelist=%S/Inputs/instances.txt

extern "C" {
#include "types.h"
}

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
template <int N> void silent_large_local_text() { char text[N]; use(text); }
#pragma clang diagnostic pop
template void silent_large_local_text<1200>();
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
template <int N> void silent_large_frame_text() { char a[N / 2], b[N / 2], c[N / 2], d[N / 2]; use(a), use(b), use(c), use(d); }
#pragma clang diagnostic pop
template void silent_large_frame_text<1200>();
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
template <int N> int silent_infinite_text(int n) { return silent_infinite_text<N>(n) + 1; }
#pragma clang diagnostic pop
template int silent_infinite_text<1200>(int);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
template <int N> int silent_no_progress_text(int n) { return n == 0 ? 0 : 1 + silent_no_progress_text<N>(n); }
#pragma clang diagnostic pop
template int silent_no_progress_text<1200>(int);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
template <int N> unsigned silent_skipped_base_case_text(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_text<N>(n - 2); }
#pragma clang diagnostic pop
template unsigned silent_skipped_base_case_text<1200>(unsigned);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
template <int N> int silent_unbounded_text(list *l) { return l ? 1 + silent_unbounded_text<N>(l->next) : 0; }
#pragma clang diagnostic pop
template int silent_unbounded_text<1200>(list *);
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
template <int N> unsigned silent_recursive_text(unsigned a, unsigned b) { return b ? silent_recursive_text<N>(b, a % b) : a; }
#pragma clang diagnostic pop
template unsigned silent_recursive_text<1200>(unsigned, unsigned);

// The instance is in a pragma, the text is not.

template <int N> void text_large_local() { char text[N]; use(text); } // expected-warning {{offstack-large-local)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
template void text_large_local<1200>();
#pragma clang diagnostic pop
template <int N> void text_large_frame() { char a[N / 2], b[N / 2], c[N / 2], d[N / 2]; use(a), use(b), use(c), use(d); } // expected-warning {{offstack-large-frame)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
template void text_large_frame<1200>();
#pragma clang diagnostic pop
template <int N> int text_infinite(int n) { return text_infinite<N>(n) + 1; } // expected-warning {{offstack-infinite)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
template int text_infinite<1200>(int);
#pragma clang diagnostic pop
template <int N> int text_no_progress(int n) { return n == 0 ? 0 : 1 + text_no_progress<N>(n); } // expected-warning {{offstack-no-progress)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
template int text_no_progress<1200>(int);
#pragma clang diagnostic pop
template <int N> unsigned text_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + text_skipped_base_case<N>(n - 2); } // expected-warning {{offstack-skipped-base-case)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
template unsigned text_skipped_base_case<1200>(unsigned);
#pragma clang diagnostic pop
template <int N> int text_unbounded(list *l) { return l ? 1 + text_unbounded<N>(l->next) : 0; } // expected-warning {{offstack-unbounded)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
template int text_unbounded<1200>(list *);
#pragma clang diagnostic pop
template <int N> unsigned text_recursive(unsigned a, unsigned b) { return b ? text_recursive<N>(b, a % b) : a; } // expected-warning {{offstack-recursive)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
template unsigned text_recursive<1200>(unsigned, unsigned);
#pragma clang diagnostic pop

// An instance that has nothing to report, and one that is specialised.

template <int N> void silent_large_local_small() { char text[N]; use(text); }
template void silent_large_local_small<8>();
template <int N> void specialised() { char text[N]; use(text); }
template <> void specialised<1200>() {}
void use_specialised() { specialised<1200>(); }
template <int N> void one_of_two() { char text[N]; use(text); } // expected-warning {{offstack-large-local)}}
template void one_of_two<8>();
template void one_of_two<1300>();

// Attributes are those of all instances.

template <int N> [[offstack::keep("why")]] void silent_large_local_keep() { char text[N]; use(text); }
template void silent_large_local_keep<1200>();
template <int N> [[offstack::budget(4096)]] void silent_large_frame_budget() { char a[N / 2], b[N / 2], c[N / 2], d[N / 2]; use(a), use(b), use(c), use(d); }
template void silent_large_frame_budget<1200>();
template <int N> [[offstack::budget(2300)]] void over_budget() { char a[N / 2], b[N / 2], c[N / 2], d[N / 2]; use(a), use(b), use(c), use(d); } // expected-warning {{offstack-large-frame)}}
template void over_budget<1200>();
template <int N> void silent_large_local_variable() { [[offstack::keep("why")]] char text[N]; use(text); }
template void silent_large_local_variable<1200>();

// The ignore list names one instance; another is reported.

template <int N> void silent_large_local_listed() { char text[N]; use(text); }
template void silent_large_local_listed<1200>();
template <int N> void silent_large_frame_listed() { char a[N / 2], b[N / 2], c[N / 2], d[N / 2]; use(a), use(b), use(c), use(d); }
template void silent_large_frame_listed<1200>();
template <int N> int silent_infinite_listed(int n) { return silent_infinite_listed<N>(n) + 1; }
template int silent_infinite_listed<1200>(int);
template <int N> int silent_no_progress_listed(int n) { return n == 0 ? 0 : 1 + silent_no_progress_listed<N>(n); }
template int silent_no_progress_listed<1200>(int);
template <int N> unsigned silent_skipped_base_case_listed(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_listed<N>(n - 2); }
template unsigned silent_skipped_base_case_listed<1200>(unsigned);
template <int N> int silent_unbounded_listed(list *l) { return l ? 1 + silent_unbounded_listed<N>(l->next) : 0; }
template int silent_unbounded_listed<1200>(list *);
template <int N> unsigned silent_recursive_listed(unsigned a, unsigned b) { return b ? silent_recursive_listed<N>(b, a % b) : a; }
template unsigned silent_recursive_listed<1200>(unsigned, unsigned);
template <int N> void listed_large_local() { char text[N]; use(text); } // expected-warning {{offstack-large-local)}}
template void listed_large_local<1200>();
template <int N> void listed_large_frame() { char a[N / 2], b[N / 2], c[N / 2], d[N / 2]; use(a), use(b), use(c), use(d); } // expected-warning {{offstack-large-frame)}}
template void listed_large_frame<1200>();
template <int N> int listed_infinite(int n) { return listed_infinite<N>(n) + 1; } // expected-warning {{offstack-infinite)}}
template int listed_infinite<1200>(int);
template <int N> int listed_no_progress(int n) { return n == 0 ? 0 : 1 + listed_no_progress<N>(n); } // expected-warning {{offstack-no-progress)}}
template int listed_no_progress<1200>(int);
template <int N> unsigned listed_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + listed_skipped_base_case<N>(n - 2); } // expected-warning {{offstack-skipped-base-case)}}
template unsigned listed_skipped_base_case<1200>(unsigned);
template <int N> int listed_unbounded(list *l) { return l ? 1 + listed_unbounded<N>(l->next) : 0; } // expected-warning {{offstack-unbounded)}}
template int listed_unbounded<1200>(list *);
template <int N> unsigned listed_recursive(unsigned a, unsigned b) { return b ? listed_recursive<N>(b, a % b) : a; } // expected-warning {{offstack-recursive)}}
template unsigned listed_recursive<1200>(unsigned, unsigned);
