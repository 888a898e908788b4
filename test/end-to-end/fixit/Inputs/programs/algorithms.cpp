// The standard library's view of an array.
// options: -std=c++17
// fixed: std::vector<unsigned> keys(100000);
// fixed: std::sort(keys.data(), (keys.data() + (100000)));
// fixed: static_cast<int>(std::size_t(100000))

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <numeric>

int main() {
  unsigned keys[100000];
  unsigned state = 1;
  std::generate_n(keys, std::size(keys), [&state] {
    return state = state * 1103515245u + 12345u;
  });
  std::sort(std::begin(keys), std::end(keys));
  bool sorted = std::is_sorted(keys, keys + 100000);
  std::printf("%d %u %u %d\n", sorted, keys[0],
              std::accumulate(keys, keys + 10, 0u),
              static_cast<int>(std::size(keys)));
}
