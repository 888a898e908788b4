"""Are parsers told apart that have a depth limit and that have none?

  check-parsers.py SOURCES WORK CLANG PLUGIN

SOURCES is build/sources, as utils/prepare-sources leaves it. Compiles each file
as it is, with recursion=unbounded, and again without its limit, in a copy in
WORK. Fails if a function with a limit is reported, or one without is not.
"""

import pathlib
import re
import subprocess
import sys

# The limit that is taken out: a text, what it becomes, and how many there are.
# The functions are silent with it and reported without.
LIMITED = [
    ("cjson/cJSON.c", "parse_value",
     r"input_buffer->depth >= CJSON_NESTING_LIMIT", "0", 2),
    ("jansson/src/load.c", "parse_value",
     r"lex->depth > JSON_PARSER_MAX_DEPTH", "0", 1),
    ("pugixml/src/pugixml.cpp", "parse_expression_rec",
     r"\+\+_depth > xpath_ast_depth_limit", "(++_depth, false)", 6),
    ("yaml-cpp/src/singledocparser.cpp", "HandleNode",
     r"DepthGuard<500> depthguard\(.*\);", "", 1),
    ("tinyxml2/tinyxml2.cpp", "ParseDeep",
     r"XMLDocument::DepthTracker tracker\(_document\);", "", 1),
    ("mujs/regexp.c", "count", r"\+\+depth > REG_MAXREC", "0", 1),
    ("sqlite3-amalgamation/sqlite3.c", "jsonParseValue",
     r"\+\+pParse->iDepth > JSON_MAX_DEPTH", "0", 2),
]

# Nothing in these files limits these functions.
UNLIMITED = [
    ("cjson/cJSON.c", "print_value"),
    ("cjson/cJSON.c", "cJSON_Delete"),
    ("cjson/cJSON.c", "cJSON_Duplicate"),
    ("jansson/src/dump.c", "do_dump"),
    ("jansson/src/value.c", "do_deep_copy"),
    ("pugixml/src/pugixml.cpp", "destroy_node"),
    ("tinyxml2/tinyxml2.cpp", "DeepClone"),
    ("yaml-cpp/src/nodeevents.cpp", "Setup"),
    ("mujs/json.c", "jsonvalue"),
    ("mujs/jsparse.c", "jsP_foldconst"),
    ("mujs/jsparse.c", "newexp"),
    ("sqlite3-amalgamation/sqlite3.c", "jsonLookupStep"),
    ("sqlite3-amalgamation/sqlite3.c", "clearDatabasePage"),
    ("sqlite3-amalgamation/sqlite3.c", "checkTreePage"),
]

CONFIGURATION = """#pragma once
#define JSON_INLINE inline
#define JSON_INTEGER_IS_LONG_LONG 1
#define JSON_HAVE_LOCALECONV 1
#define JSON_HAVE_ATOMIC_BUILTINS 1
#define JSON_HAVE_SYNC_BUILTINS 1
#define JSON_PARSER_MAX_DEPTH 2048
"""

REPORTED = re.compile(
    r"warning: .*recursion of '(?P<function>\w+)'.*offstack-unbounded|"
    r"warning: .*this call of '(?P<edge>\w+)'.*offstack-unguarded-edge|"
    r"note: '(?P<caller>\w+)' calls ")


def find_reported(options, clang, plugin, source, folder):
    """Returns the functions of the cycles that are reported in source."""
    language = ["-std=c++17"] if source.suffix == ".cpp" else []
    run = subprocess.run(
        [clang, *language, "-O0", "-Wno-everything", "-Winfinite-recursion",
         "-c", str(source), "-o", "/dev/null", f"-I{folder}", *options,
         f"-fplugin={plugin}", "-fplugin-arg-offstack-recursion=unbounded"],
        capture_output=True, text=True, timeout=300)
    if run.returncode:
        sys.exit(f"{source} does not compile:\n{run.stderr[:2000]}")
    return {name for match in REPORTED.finditer(run.stderr)
            for name in match.groups() if name}


def main():
    sources, work, clang, plugin = sys.argv[1:]
    sources, work = pathlib.Path(sources), pathlib.Path(work)
    work.mkdir(parents=True, exist_ok=True)
    for header in ("jansson_config.h", "jansson_private_config.h"):
        (work / header).write_text(CONFIGURATION)
    options = ["-DHAVE_STDINT_H", "-D_GNU_SOURCE", f"-I{work}", f"-I{sources}/yaml-cpp/include"]
    as_it_is, wrong = {}, 0

    def check(file, function, reported, expected):
        nonlocal wrong
        state = "reported" if function in reported else "silent"
        print(f"{file}: {function}: {state}")
        if state != expected:
            print(f"error: expected {expected}", file=sys.stderr)
            wrong += 1

    for file in sorted({entry[0] for entry in LIMITED + UNLIMITED}):
        path = sources / file
        if not path.is_file():
            sys.exit(f"missing: {path}\nrun utils/check, or "
                     "utils/prepare-sources, which fetch it")
        as_it_is[file] = find_reported(options, clang, plugin, path,
                                       path.parent)
    for file, function, limit, instead, count in LIMITED:
        check(file, function, as_it_is[file], "silent")
        path = sources / file
        text, found = re.subn(limit, instead,
                              path.read_text(errors="surrogateescape"))
        if found != count:
            sys.exit(f"{file}: the limit is found {found} times, not {count}")
        copy = work / path.name
        copy.write_text(text, errors="surrogateescape")
        check(file + ", without its limit", function,
              find_reported(options, clang, plugin, copy, path.parent),
              "reported")
    for file, function in UNLIMITED:
        check(file, function, as_it_is[file], "reported")
    print(f"{2 * len(LIMITED) + len(UNLIMITED)} checked, {wrong} wrong")
    return wrong != 0


if __name__ == "__main__":
    sys.exit(main())
