#ifdef __cplusplus
extern "C"
#endif
    int
    work(int Number);
