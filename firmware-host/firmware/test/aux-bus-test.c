/* The I2C bus of the auxiliary header through the whole core. */
#include "check.h"
#include "client.h"
#include "fake-port.h"
#include "header-chips.h"
#include "refusal.h"

static const uint8_t abc[] = {4, 10, 20, 30};

static spindrift_v1_HostToDevice write_request(uint32_t address, const uint8_t *bytes, size_t size) {
    spindrift_v1_HostToDevice request = *REQUEST(i2c_write, .address = address);
    memcpy(request.body.i2c_write.data.bytes, bytes, size);
    request.body.i2c_write.data.size = (pb_size_t)size;
    return request;
}

static spindrift_v1_I2cRead read_from(uint8_t reg, uint32_t count) {
    return (spindrift_v1_I2cRead){.address = USER_CHIP, .prefix = {.size = 1, .bytes = {reg}}, .count = count};
}

TEST(aux_bus_writes_and_reads) {
    header_chips_begin(2);
    spindrift_v1_HostToDevice request = write_request(USER_CHIP, abc, sizeof abc);
    const spindrift_v1_DeviceToHost *answer = client_ask(&request);
    CHECK_EQUAL(answer->status, STATUS_OK);
    CHECK_EQUAL(answer->body.i2c_write_reply.address, USER_CHIP);
    CHECK_EQUAL(answer->body.i2c_write_reply.data.size, 0);
    CHECK_BYTES(chips.user + 4, abc + 1, 3);
    request = (spindrift_v1_HostToDevice){.which_body = spindrift_v1_HostToDevice_i2c_read_tag, .body.i2c_read = read_from(5, 2)};
    answer = client_ask(&request);
    CHECK_EQUAL(answer->status, STATUS_OK);
    CHECK_EQUAL(answer->body.i2c_read_reply.data.size, 2);
    CHECK_BYTES(answer->body.i2c_read_reply.data.bytes, abc + 2, 2);
    /* Without bytes in front: from where the chip stands. */
    answer = client_ask(REQUEST(i2c_read, .address = USER_CHIP, .count = 64));
    CHECK_EQUAL(answer->body.i2c_read_reply.data.size, 64);
    CHECK_EQUAL(answer->body.i2c_read_reply.data.bytes[4], 10);
}

TEST(aux_bus_keeps_the_order_of_requests) {
    header_chips_begin(3);
    uint8_t bytes[2] = {0, 0};
    uint32_t ids[8];
    for (uint8_t k = 0; k < 8; k++) {
        bytes[1] = k;
        spindrift_v1_HostToDevice request = write_request(USER_CHIP, bytes, 2);
        ids[k] = client_send(&request);
    }
    client_pass(10000);
    CHECK_EQUAL(chips.written_count, 8);
    for (uint8_t k = 0; k < 8; k++) {
        CHECK_EQUAL(chips.written[k], k);
        CHECK_EQUAL(client_final(ids[k])->status, STATUS_OK);
    }
}

TEST(aux_bus_refuses_the_chips_of_the_board) {
    header_chips_begin(1);
    static const uint8_t own[] = {0x20, 0x35, 0x40, 0x41, 0x44, 0x45, 0x48, 0x49, 0x50, 0x51};
    unsigned answered = 0;
    for (uint32_t address = 0; address < 130; address++) {
        spindrift_v1_HostToDevice request = write_request(address, abc, sizeof abc);
        const spindrift_v1_DeviceToHost *answer = client_ask(&request);
        bool refused = address < 8 || address > 0x77 || memchr(own, (int)address, sizeof own) != NULL;
        CHECK_EQUAL(answer->status,
                    refused ? STATUS_OUT_OF_RANGE : address == USER_CHIP ? STATUS_OK : STATUS_HARDWARE_FAULT);
        int asked = client_ask(REQUEST(i2c_read, .address = address, .count = 1))->status;
        CHECK_EQUAL(asked, answer->status);
        if (!refused && address == USER_CHIP) answered++;
        client_forget();
    }
    CHECK_EQUAL(answered, 1);
    /* Nothing has reached the lines. */
    CHECK_EQUAL(chips.output & chips.configuration, 0xff);
    client_refused(REQUEST(i2c_read, .address = 0x50, .count = 1), STATUS_OUT_OF_RANGE, "address = 80: there is the board's own memory");
    client_refused(REQUEST(i2c_read, .address = 0x80, .count = 1), STATUS_OUT_OF_RANGE, "address = 128: allowed is 8 to 119");
}

TEST(aux_bus_refuses_what_makes_no_sense) {
    header_chips_begin(1);
    client_refused(REQUEST(i2c_write, .address = USER_CHIP), STATUS_INVALID_ARGUMENT, "data is empty: at least 1 byte can be written");
    client_refused(REQUEST(i2c_read, .address = USER_CHIP), STATUS_OUT_OF_RANGE, "count = 0: allowed is 1 to 64");
    client_refused(REQUEST(i2c_read, .address = USER_CHIP, .count = 65), STATUS_OUT_OF_RANGE, "count = 65: allowed is 1 to 64");
    client_refused(REQUEST(watch_i2c, .period_ms = 10), STATUS_INVALID_ARGUMENT, "read is missing: what shall be repeated?");
    client_refused(REQUEST(watch_i2c, .has_read = true, .read = read_from(0, 1), .period_ms = 4), STATUS_OUT_OF_RANGE,
                   "period_ms = 4: allowed is 5 to 3600000");
    client_refused(REQUEST(i2c_config, .clock_hz = 400001), STATUS_OUT_OF_RANGE, "clock_hz = 400001: allowed is 100000 to 400000");
    client_refused(REQUEST(i2c_config, .clock_hz = 99999), STATUS_OUT_OF_RANGE, "clock_hz = 99999: allowed is 100000 to 400000");
    CHECK_EQUAL(fake.i2c_hz, 0);
    CHECK_EQUAL(chips.user_transfers, 0);
    client_refused(REQUEST(i2c_read, .address = 0x3d, .count = 1), STATUS_HARDWARE_FAULT,
                   "i2c_read: nobody answers at the address, or not in time");
}

TEST(aux_bus_changes_its_clock_behind_what_was_asked_before) {
    header_chips_begin(20);
    spindrift_v1_HostToDevice request = write_request(USER_CHIP, abc, sizeof abc);
    uint32_t before = client_send(&request);
    uint32_t id = client_send(REQUEST(i2c_config, .clock_hz = 100000));
    while (client_final(before) == NULL) {
        CHECK_EQUAL(fake.i2c_hz, 0);
        client_pass(50);
    }
    client_pass(1000);
    CHECK_EQUAL(fake.i2c_hz, 100000);
    CHECK_EQUAL(client_final(id)->status, STATUS_OK);
}

TEST(aux_bus_watches_a_chip) {
    header_chips_begin(1);
    uint32_t id = client_send(REQUEST(watch_i2c, .has_read = true, .read = read_from(2, 2), .period_ms = 20));
    for (uint8_t k = 0; k < 5; k++) {
        chips.user[2] = k;
        client_pass(k == 0 ? 10000 : 20000);
    }
    CHECK_EQUAL(client_answers(id), 5);
    for (uint32_t k = 0; k < 5; k++) {
        const spindrift_v1_DeviceToHost *answer = client_answer(id, k);
        CHECK(!answer->end);
        CHECK_EQUAL(answer->body.watch_i2c_reply.seq, k);
        CHECK_EQUAL(answer->body.watch_i2c_reply.data.size, 2);
        CHECK_EQUAL(answer->body.watch_i2c_reply.data.bytes[0], k);
    }
    client_send(REQUEST(stream_close, .stream_id = id));
    client_pass(100);
    CHECK_EQUAL(client_final(id)->status, STATUS_OK);
}

TEST(aux_bus_skips_what_finds_no_room) {
    header_chips_begin(1);
    uint32_t id = client_send(REQUEST(watch_i2c, .has_read = true, .read = read_from(2, 2), .period_ms = 5));
    client_pass(1000);
    unsigned before = chips.user_transfers;
    for (int k = 0; k < 50; k++) {
        fake.space = 1500;
        client_pass(0);
        fake.space = 1500;
        fake.now_us += 1000;
    }
    CHECK_EQUAL(chips.user_transfers, before);
    fake_drain();
    client_pass(5000);
    CHECK_EQUAL(client_answer(id, 1)->body.watch_i2c_reply.seq, 1);
}
