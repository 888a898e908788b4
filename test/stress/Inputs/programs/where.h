/* Whether a local is a box: boxes are far from the frame they are used in. */
static int isBox(void *local) {
  char *frame = __builtin_frame_address(0);
  long distance = (char *)local - frame;
  return distance > 65536 || distance < -65536;
}
