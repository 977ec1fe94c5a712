#include "check.h"
#include "refusal.h"
#include "text.h"

TEST(text_is_cut_to_its_room) {
    char out[6];
    text_t text = text_begin(out, sizeof out);
    text_add(&text, "abc");
    text_add(&text, "defgh");
    CHECK_TEXT(out, "abcde");
    text_add_int(&text, 1);
    CHECK_TEXT(out, "abcde");
}

TEST(text_writes_every_number) {
    static const struct {
        int64_t value;
        const char *text;
    } cases[] = {{0, "0"}, {-1, "-1"}, {400000, "400000"}, {INT64_MIN, "-9223372036854775808"}, {INT64_MAX, "9223372036854775807"}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        char out[32];
        text_t text = text_begin(out, sizeof out);
        text_add_int(&text, cases[k].value);
        CHECK_TEXT(out, cases[k].text);
    }
}

TEST(refusals_name_field_value_and_limit) {
    refusal_t refusal;
    CHECK(check_field(&refusal, "read_uv", 5, 5, 9));
    CHECK(check_field(&refusal, "read_uv", 9, 5, 9));
    CHECK(!check_field(&refusal, "read_uv", 10, 5, 9));
    CHECK_EQUAL(refusal.status, STATUS_OUT_OF_RANGE);
    CHECK_TEXT(refusal.detail, "read_uv = 10: allowed is 5 to 9");
    CHECK(!refuse(&refusal, STATUS_INVALID_ARGUMENT, "plan", " is ", "missing", NULL));
    CHECK_TEXT(refusal.detail, "plan is missing");
    CHECK(!refuse_for_now(&refusal, STATUS_BUSY, "run_shots", "held"));
    CHECK(refusal.retry_after_ms > 0);
}
