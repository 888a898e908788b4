// The array as a pointer, in every way that C has.
// options: -std=c++11
// fixed: std::vector<Point> points(20000);
// fixed: *points.data() = {1, 2};
// fixed: 3[points.data()].y = 4;
// fixed: Point *end = &points.data()[20000];

#include <cstdio>

struct Point {
  long x, y;
};

static long sum(const Point *begin, const Point *end) {
  long result = 0;
  for (; begin != end; ++begin)
    result += begin->x + begin->y;
  return result;
}

int main() {
  Point points[20000];
  for (Point *p = points; p != points + 20000; ++p)
    p->x = p->y = 0;
  *points = {1, 2};
  points->y += 5;
  (points + 1)->x = 3;
  3[points].y = 4;
  (points)[4].x = 5;
  Point *end = &points[20000];
  Point *middle = &points[10];
  middle[-1].x = 6;
  std::printf("%ld %td %d\n", sum(points, end), end - points,
              points == &points[0]);
}
