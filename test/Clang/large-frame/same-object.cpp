// Reports of frames leave the object file as it is, byte for byte, at every
// level, with a stack protector and with debug information, in assembly, too.

// DEFINE: %{options} =
// DEFINE: %{plain} = %clangxx -std=c++20 -w %{options} %s -o
// DEFINE: %{report} = %clangxx -std=c++20 %{options} %s \
// DEFINE:   -fplugin=%offstack_clang -fplugin-arg-offstack-frame=1 \
// DEFINE:   -fplugin-arg-offstack-recursive-local=1 -o %t.report
// DEFINE: %{check} = FileCheck %s --input-file=%t.log
// CHECK: the frame of 'describe' takes

// RUN: %{plain} %t.plain -c && %{report} -c 2> %t.log && %{check}
// RUN: cmp %t.plain %t.report
// REDEFINE: %{options} = -O2
// RUN: %{plain} %t.plain -c && %{report} -c 2> %t.log && %{check}
// RUN: cmp %t.plain %t.report
// RUN: %{plain} %t.plain -S && %{report} -S 2> %t.log && %{check}
// RUN: cmp %t.plain %t.report
// REDEFINE: %{options} = -O1 -g -fstack-protector-all
// RUN: %{plain} %t.plain -c && %{report} -c 2> %t.log && %{check}
// RUN: cmp %t.plain %t.report
// REDEFINE: %{options} = -O3 -fsanitize=address,undefined
// RUN: %{plain} %t.plain -c && %{report} -c 2> %t.log && %{check}
// RUN: cmp %t.plain %t.report

extern "C" int printf(const char *, ...);
extern "C" int snprintf(char *, unsigned long, const char *, ...);

struct Text {
  char Data[300];
  ~Text() { printf("gone\n"); }
};

template <class T> static int print(const T &Value) {
  char Buffer[200];
  snprintf(Buffer, sizeof(Buffer), "%s", Value.Data);
  printf("printed\n");
  return printf("%s", Buffer);
}

int describe(int Depth) {
  Text Local = {"some text"};
  static int Count, Other;
  auto Callback = [&] {
    char Inner[150] = "inner";
    return printf("%s %d\n", Inner, ++Count);
  };
  printf("called\n");
  int Sum = print(Local) + Callback();
  if (Depth)
    Sum += describe(Depth - 1);
  return Sum + Other++;
}
