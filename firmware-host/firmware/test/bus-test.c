/* The shared bus: order, withdrawal at every moment, refusals. */
#include "bus.h"
#include "check.h"
#include "fake-port.h"

static uint8_t order[16];
static unsigned asked;

static bool chip(uint8_t address, const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size) {
    CHECK(asked < sizeof order);
    order[asked++] = address;
    for (size_t k = 0; k < rx_size; k++) rx[k] = (uint8_t)(tx_size > 0 ? tx[0] + k : k);
    return address != 0x7f;
}

static void start(unsigned latency) {
    fake_reset();
    bus_start();
    fake.i2c = chip;
    fake.latency = latency;
    asked = 0;
}

static bool run(bus_job_t *job) {
    for (int k = 0; k < 50; k++)
        if (bus_run(job)) return true;
    return false;
}

TEST(bus_carries_out_jobs_in_the_order_of_asking) {
    start(3);
    uint8_t tx[3] = {10, 20, 30}, rx[3][4] = {{0}};
    bus_job_t jobs[3] = {{0}};
    bool over[3] = {false};
    for (unsigned k = 0; k < 3; k++)
        jobs[k] = (bus_job_t){.address = (uint8_t)(0x40 + k), .tx = tx + k, .tx_size = 1, .rx = rx[k], .rx_size = 4};
    for (int round = 0; round < 50; round++)
        /* The last one asked first finds the ends of the others too. */
        for (unsigned k = 0; k < 3; k++)
            if (!over[k]) over[k] = bus_run(&jobs[k]);
    CHECK_EQUAL(asked, 3);
    for (unsigned k = 0; k < 3; k++) {
        CHECK(over[k] && jobs[k].ok);
        CHECK_EQUAL(order[k], 0x40 + k);
        CHECK_EQUAL(rx[k][3], tx[k] + 3);
    }
}

TEST(bus_says_what_was_not_acknowledged) {
    start(1);
    uint8_t tx = 1, rx = 99;
    bus_job_t job = {.address = 0x7f, .tx = &tx, .tx_size = 1, .rx = &rx, .rx_size = 1};
    CHECK(run(&job));
    CHECK(!job.ok);
    CHECK_EQUAL(rx, 99);
    job.address = 0x40;
    CHECK(run(&job) && job.ok);
    CHECK_EQUAL(rx, 1);
    static uint8_t long_one[BUS_TX_BYTES + 1];
    job.tx = long_one;
    job.tx_size = sizeof long_one;
    CHECK(run(&job) && !job.ok);
}

TEST(bus_lets_a_client_go_at_any_moment) {
    for (int rounds = 0; rounds < 8; rounds++) {
        start(4);
        uint8_t tx[2] = {5, 6}, gone_rx[4] = {0}, rx[4] = {0};
        bus_job_t gone = {.address = 0x40, .tx = &tx[0], .tx_size = 1, .rx = gone_rx, .rx_size = 4};
        bus_job_t other = {.address = 0x41, .tx = &tx[1], .tx_size = 1, .rx = rx, .rx_size = 4};
        bool over = false;
        for (int k = 0; k < rounds && !over; k++) {
            over = bus_run(&gone);
            bus_run(&other);
        }
        bus_leave(&gone);
        bus_leave(&gone);
        memset(&gone, 0xee, sizeof gone);
        memset(gone_rx, 0xee, sizeof gone_rx);
        CHECK(run(&other) && other.ok);
        CHECK_EQUAL(rx[3], 9);
        for (int k = 0; k < 4; k++) CHECK_EQUAL(gone_rx[k], 0xee);
        /* And one that leaves while it waits behind another. */
        gone = (bus_job_t){.address = 0x42, .tx = &tx[0], .tx_size = 1};
        bus_run(&other);
        CHECK(!bus_run(&gone));
        bus_leave(&gone);
        CHECK(run(&other) && other.ok);
        for (unsigned k = 0; k < asked; k++) CHECK(order[k] != 0x42);
    }
}
