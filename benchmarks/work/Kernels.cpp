//===- Kernels.cpp - Loops over arrays of several megabytes ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What numerical programs do with large locals. Each function fills its arrays
// and works on them for some milliseconds. WORK_LIST names the list of this
// way.
//
//===----------------------------------------------------------------------===//

#include "../boxes/Work.h"

template <int N> using Grid = double[N][N];

template <int N> static void fill(Grid<N> &To, int Seed) {
  for (int I = 0; I < N; ++I)
    for (int J = 0; J < N; ++J)
      To[I][J] = (I * 7 + J * 3 + Seed) % 17;
}

/// C = A * B, three arrays of 0.7 MB.
[[gnu::noinline]] static int gemm(int Seed) {
  constexpr int N = 300;
  Grid<N> A, B, C;
  fill<N>(A, Seed), fill<N>(B, Seed + 1);
  for (int I = 0; I < N; ++I) {
    for (int J = 0; J < N; ++J)
      C[I][J] = 0;
    for (int K = 0; K < N; ++K)
      for (int J = 0; J < N; ++J)
        C[I][J] += A[I][K] * B[K][J];
  }
  return static_cast<int>(C[Seed % N][N - 1]);
}

/// The mean of the neighbours, to and fro between two arrays of 2.9 MB.
[[gnu::noinline]] static int jacobi(int Seed) {
  constexpr int N = 600;
  Grid<N> A, B;
  fill<N>(A, Seed), fill<N>(B, Seed);
  for (int Turn = 0; Turn < 8; ++Turn) {
    for (int I = 1; I < N - 1; ++I)
      for (int J = 1; J < N - 1; ++J)
        B[I][J] = 0.2 * (A[I][J] + A[I][J - 1] + A[I][J + 1] + A[I - 1][J] +
                         A[I + 1][J]);
    for (int I = 1; I < N - 1; ++I)
      for (int J = 1; J < N - 1; ++J)
        A[I][J] = 0.2 * (B[I][J] + B[I][J - 1] + B[I][J + 1] + B[I - 1][J] +
                         B[I + 1][J]);
  }
  return static_cast<int>(A[Seed % N][N / 2]);
}

/// Electric and magnetic field by turns, three arrays of 2 MB.
[[gnu::noinline]] static int fdtd(int Seed) {
  constexpr int N = 500;
  Grid<N> Ex, Ey, Hz;
  fill<N>(Ex, Seed), fill<N>(Ey, Seed + 1), fill<N>(Hz, Seed + 2);
  for (int Turn = 0; Turn < 8; ++Turn) {
    for (int I = 1; I < N; ++I)
      for (int J = 1; J < N; ++J) {
        Ey[I][J] -= 0.5 * (Hz[I][J] - Hz[I - 1][J]);
        Ex[I][J] -= 0.5 * (Hz[I][J] - Hz[I][J - 1]);
      }
    for (int I = 0; I < N - 1; ++I)
      for (int J = 0; J < N - 1; ++J)
        Hz[I][J] -= 0.7 * (Ex[I][J + 1] - Ex[I][J] + Ey[I + 1][J] - Ey[I][J]);
  }
  return static_cast<int>(Hz[Seed % N][N / 2]) & 1023;
}

/// One loop over fourteen arrays of 256 KiB: at equal places of their pages
/// they would push each other out of the processor's cache.
[[gnu::noinline]] static int manyArrays(int Seed) {
  constexpr int N = 32 << 10;
  double A[N], B[N], C[N], D[N], E[N], F[N], G[N], H[N], I[N], J[N], K[N], L[N],
      M[N], O[N];
  for (int X = 0; X < N; ++X) {
    A[X] = B[X] = C[X] = D[X] = E[X] = F[X] = G[X] = X + Seed;
    H[X] = I[X] = J[X] = K[X] = L[X] = M[X] = O[X] = X - Seed;
  }
  for (int Turn = 0; Turn < 16; ++Turn)
    for (int X = 0; X < N; ++X) {
      H[X] += A[X] * 0.5, I[X] += B[X] * 0.5, J[X] += C[X] * 0.5;
      K[X] += D[X] * 0.5, L[X] += E[X] * 0.5, M[X] += F[X] * 0.5;
      O[X] += G[X] + H[X] - I[X] + J[X] - K[X] + L[X] - M[X];
    }
  return static_cast<int>(O[Seed]) & 1023;
}

extern "C" WorkList WORK_LIST;

const Work *WORK_LIST() {
  static const Work List[] = {
      {"gemm", 3 * 300 * 300 * 8, gemm},
      {"jacobi", 2 * 600 * 600 * 8, jacobi},
      {"fdtd", 3 * 500 * 500 * 8, fdtd},
      {"many-arrays", 14 * (256 << 10), manyArrays},
      {nullptr, 0, nullptr},
  };
  return List;
}
