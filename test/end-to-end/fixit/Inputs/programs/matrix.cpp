// Two dimensions, three dimensions, rows as pointers.
// options: -std=c++14
// fixed: auto matrix = std::make_unique<double[][200]>(300);
// fixed: auto cube = std::make_unique<int[][50][60]>(40);
// fixed: std::memset(cube.get(), 1, sizeof(int[40][50][60]));

#include <cstdio>
#include <cstring>

static double trace(const double (*rows)[200]) {
  double sum = 0;
  for (int i = 0; i < 200; ++i)
    sum += rows[i][i];
  return sum;
}

int main() {
  double matrix[300][200] = {};
  int cube[40][50][60];
  std::memset(&cube, 1, sizeof(cube));
  for (int i = 0; i < 300; ++i)
    for (int j = 0; j < 200; ++j)
      matrix[i][j] = i * 1000 + j;
  double *row = matrix[7];
  std::printf("%g %g %g %d %zu\n", trace(matrix), row[3], *matrix[299],
              cube[39][49][59], sizeof(matrix[0]));
}
