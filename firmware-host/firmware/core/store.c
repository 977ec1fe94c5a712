#include "store.h"

#include <string.h>

#include "bus.h"
#include "port.h"
#include "task.h"
#include "wake.h"

#define BANKS 2
#define PAGE 256u
#define PAGES (STORE_BYTES / PAGE)
/* A write cycle takes 5 ms, and the chip acknowledges nothing meanwhile (from memory). How often to ask, and when to give up. */
#define ASK_US 500u
#define SILENT_US 30000u
/* A chip that is there answers; once more for a disturbance on the bus. */
#define ATTEMPTS 3u

static const uint8_t addresses[BANKS] = {0x50, 0x51};

static uint8_t images[2][STORE_BYTES];
static store_content_t content;
static bool calibrated;
static uint32_t in_force; /* of images; the other one is the draft */

static struct {
    store_header_t header[BANKS];
    bool sound[BANKS]; /* its header is in order */
    int current;       /* bank of what is in force, -1 = none */
    uint32_t newest;   /* highest generation that may stand in a header */
} banks;

static struct {
    task_t load, image, write, page, transfer;
    bus_job_t job;
    uint8_t tx[2 + PAGE], rx[PAGE];
    uint32_t bank, attempt, chunk;
    uint64_t ask_us, give_up_us;
    bool ok, differs;
} work;

void store_start(void) {
    memset(&work, 0, sizeof work);
    memset(&banks, 0, sizeof banks);
    banks.current = -1;
    calibrated = false;
    in_force = 0;
}

const store_content_t *store_content(void) {
    return calibrated ? &content : NULL;
}

const uint8_t *store_image(void) {
    return calibrated ? images[in_force] : NULL;
}

uint8_t *store_draft(void) {
    return images[in_force ^ 1];
}

/* One transaction with the bank: writes `tx_size` bytes behind the address, or reads into rx. */
static bool transfer(uint32_t at, size_t tx_size, size_t rx_size) {
    bus_job_t *job = &work.job;
    work.tx[0] = (uint8_t)(at >> 8);
    work.tx[1] = (uint8_t)at;
    job->address = addresses[work.bank];
    job->tx = work.tx;
    job->tx_size = 2 + tx_size;
    job->rx = work.rx;
    job->rx_size = rx_size;
    if (!bus_run(job)) return false;
    work.ok = job->ok;
    return true;
}

static bool read(uint32_t at, size_t size) {
    TASK_BEGIN(&work.transfer);
    for (work.attempt = 0; work.attempt < ATTEMPTS; work.attempt++) {
        TASK_AWAIT(&work.transfer, transfer(at, 0, size));
        if (work.ok) break;
    }
    TASK_END(&work.transfer);
}

/* Reads the whole bank; work.ok says whether what stands there is in order. */
static bool read_image(void) {
    TASK_BEGIN(&work.image);
    for (work.chunk = 0; work.chunk < PAGES; work.chunk++) {
        TASK_AWAIT(&work.image, read(work.chunk * PAGE, PAGE));
        if (!work.ok) break;
        memcpy(images[in_force] + work.chunk * PAGE, work.rx, PAGE);
    }
    if (work.ok) work.ok = store_parse(images[in_force], STORE_BYTES, &content);
    TASK_END(&work.image);
}

/* The bank to try first: the newer of two headers. */
static uint32_t newer(void) {
    return banks.sound[1] && (!banks.sound[0] || banks.header[1].generation > banks.header[0].generation) ? 1 : 0;
}

bool store_load(void) {
    TASK_BEGIN(&work.load);
    for (work.bank = 0; work.bank < BANKS; work.bank++) {
        TASK_AWAIT(&work.load, read(0, STORE_HEADER_BYTES));
        banks.sound[work.bank] = work.ok && store_read_header(work.rx, &banks.header[work.bank]);
        if (banks.sound[work.bank] && banks.header[work.bank].generation > banks.newest) banks.newest = banks.header[work.bank].generation;
    }
    work.bank = newer();
    if (banks.sound[work.bank]) TASK_AWAIT(&work.load, read_image());
    calibrated = banks.sound[work.bank] && work.ok;
    if (!calibrated) {
        work.bank ^= 1;
        if (banks.sound[work.bank]) TASK_AWAIT(&work.load, read_image());
        calibrated = banks.sound[work.bank] && work.ok;
    }
    if (calibrated) banks.current = (int)work.bank;
    TASK_END(&work.load);
}

void store_seal_draft(const char *serial) {
    store_seal(store_draft(), banks.newest + 1, serial);
}

/* The bank that is not in force. Where none is, a header that is in order stays as long as it can: it has the serial number. */
static uint32_t target(void) {
    if (banks.current >= 0) return (uint32_t)banks.current ^ 1;
    return banks.sound[0] ? 1 : 0;
}

/* Part of the image in the order of writing: whole pages, the page that the header shares, the header. */
static uint32_t part(uint32_t step, uint32_t *size) {
    if (step < PAGES - 1) {
        *size = PAGE;
        return (step + 1) * PAGE;
    }
    bool header = step == PAGES;
    *size = header ? STORE_HEADER_BYTES : PAGE - STORE_HEADER_BYTES;
    return header ? 0 : STORE_HEADER_BYTES;
}

/* Reads a part back, waiting for a write cycle to end; work.differs says whether it is not what it should be. */
static bool compare(uint32_t at, uint32_t size) {
    TASK_BEGIN(&work.transfer);
    work.give_up_us = port_uptime_us() + SILENT_US;
    for (;;) {
        TASK_AWAIT(&work.transfer, transfer(at, 0, size));
        if (work.ok || wake_reached(work.give_up_us)) break;
        work.ask_us = port_uptime_us() + ASK_US;
        TASK_AWAIT(&work.transfer, wake_reached(work.ask_us));
    }
    work.differs = work.ok && memcmp(work.rx, store_draft() + at, size) != 0;
    TASK_END(&work.transfer);
}

/* Brings a part into the memory; work.ok says whether it is there. */
static bool write_part(void) {
    uint32_t size, at = part(work.chunk, &size);
    TASK_BEGIN(&work.page);
    TASK_AWAIT(&work.page, compare(at, size));
    if (work.ok && work.differs) {
        memcpy(work.tx + 2, store_draft() + at, size);
        TASK_AWAIT(&work.page, transfer(at, size, 0));
        if (work.ok) TASK_AWAIT(&work.page, compare(at, size));
        work.ok = work.ok && !work.differs;
    }
    TASK_END(&work.page);
}

bool store_write(void) {
    TASK_BEGIN(&work.write);
    work.bank = target();
    for (work.chunk = 0; work.chunk <= PAGES; work.chunk++) {
        if (work.chunk == PAGES) banks.newest++; /* whatever becomes of it, this generation may stand there */
        TASK_AWAIT(&work.write, write_part());
        if (!work.ok) break;
    }
    if (work.ok) banks.sound[work.bank] = true;
    TASK_END(&work.write);
}

bool store_written(void) {
    return work.ok;
}

void store_adopt_draft(void) {
    if (!store_parse(store_draft(), STORE_BYTES, &content)) return;
    in_force ^= 1;
    calibrated = true;
    if (banks.newest < content.header.generation) banks.newest = content.header.generation;
    if (work.ok) banks.current = (int)work.bank;
}

void store_stop(void) {
    bus_leave(&work.job);
    work.ok = false;
    work.write = work.page = work.transfer = (task_t){0};
}
