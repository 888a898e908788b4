"""usage: compile_many.py CLANG PLUGIN COUNT JOBS REPORTS

Compiles COUNT files, JOBS at a time, in the current folder. Each has one large
local, buf<number>.
"""

import concurrent.futures
import subprocess
import sys

clang, plugin, count, jobs, reports = sys.argv[1:]


def compile_one(number):
    source = (f"void use(void *); void f{number}(void)"
              f"{{ char buf{number}[4096]; use(buf{number}); }}")
    name = f"{number}.c"
    with open(name, "w", encoding="utf-8") as file:
        file.write(source)
    subprocess.run(
        [clang, "-c", name, f"-fplugin={plugin}",
         "-fplugin-arg-offstack-local=1K",
         f"-fplugin-arg-offstack-report={reports}"],
        check=True, stderr=subprocess.DEVNULL, timeout=300)


with concurrent.futures.ThreadPoolExecutor(int(jobs)) as pool:
    list(pool.map(compile_one, range(int(count))))
