/* Runs the test that is named; "parse FILE CHUNK" runs the frame parser over a file instead and prints what it found. */
#include "check.h"
#include "parse-file.h"

test_case_t *test_cases;

int main(int argc, char **argv) {
    if (argc == 4 && strcmp(argv[1], "parse") == 0) return parse_file(argv[2], strtoul(argv[3], NULL, 10));
    for (test_case_t *each = test_cases; each != NULL; each = each->next) {
        if (argc != 2 || strcmp(argv[1], each->name) != 0) continue;
        each->run();
        return 0;
    }
    fprintf(stderr, "no test of that name\n");
    return 2;
}
