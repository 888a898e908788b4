// Names with scopes and arguments.
// options: -std=c++17
// fixed: auto pairs = std::make_unique<std::pair<int, long>[]>(9000);
// fixed: std::vector<shapes::Point> points(20000);

#include <cstdio>
#include <utility>

namespace shapes {
struct Point {
  int x, y, z;
};
} // namespace shapes

int main() {
  std::pair<int, long> pairs[9000];
  shapes::Point points[20000];
  pairs[8999] = {1, 2};
  points[1].z = 3;
  std::printf("%d %ld %d %d\n", pairs[8999].first, pairs[8999].second,
              points[1].z, pairs[0].first);
}
