#include "sensors.h"

#include <stddef.h>
#include <string.h>

#include "bus.h"
#include "drive.h"
#include "port.h"
#include "task.h"
#include "wake.h"

/* Registers of an INA228, and how it is set up: narrow range, accumulators at zero, everything converted continuously at 150 us (from memory). */
enum { INA_CONFIG = 0, INA_ADC_CONFIG = 1, INA_SHUNT_CAL = 2, INA_VBUS = 5, INA_CURRENT = 7, INA_POWER = 8, INA_ENERGY = 9, INA_CHARGE = 10 };
#define INA_RANGE_AND_CLEAR 0x4010u
#define INA_CONTINUOUS 0xf490u
#define INA_SHUNT_CODE 4096u
/* The thermometer says this until its first conversion is done. */
#define TMP117_ADDRESS 0x48
#define TMP117_NOTHING INT16_MIN
/* Hall sensor: everything about it is from memory. 12 bits over 160 mT, left-aligned in 16. */
#define HALL_ADDRESS 0x35
#define HALL_Z 0x16
#define HALL_CONFIG 0x01
#define HALL_CONTINUOUS 0x02
#define HALL_RANGE_UT 80000
#define HALL_HALF 32768

#define DEFAULT_PERIOD_MS 50u

const rail_kind_t rail_kinds[RAILS] = {
    {"USB5V", 0x40, 1562500, 5000000, 80000},
    {"3V3", 0x41, 1562500, 5000000, 80000},
    {"VAMP", 0x44, 78125, 250000, 4000},
    {"COIL", 0x45, 3906250, 12500000, 200000},
};

sensors_t sensors;

/* One transaction, and where the round stands. */
static struct {
    task_t round, setup;
    bus_job_t job;
    uint32_t rail, step;
    uint8_t tx[3], rx[5];
    bool ok, set_up;
    uint64_t last_energy[RAILS], last_charge[RAILS];
    uint64_t began;
    uint32_t period_ms;
    bool hurry;
    rail_t reading;
} work;

void sensors_start(void) {
    memset(&sensors, 0, sizeof sensors);
    memset(&work, 0, sizeof work);
    work.period_ms = DEFAULT_PERIOD_MS;
    work.hurry = true;
}

void sensors_hurry(void) {
    work.hurry = true;
    wake_now();
}

void sensors_period(uint32_t ms) {
    work.period_ms = ms < DEFAULT_PERIOD_MS ? ms : DEFAULT_PERIOD_MS;
}

int32_t rail_uv(const rail_t *rail) {
    return (int32_t)round_div((int64_t)rail->bus_code * BUS_LSB_PV, 1000000);
}

static bool transfer(uint8_t address, size_t tx_size, size_t rx_size) {
    bus_job_t *job = &work.job;
    job->address = address;
    job->tx = work.tx;
    job->tx_size = tx_size;
    job->rx = work.rx;
    job->rx_size = rx_size;
    if (!bus_run(job)) return false;
    work.ok = job->ok;
    return true;
}

static bool read(uint8_t address, uint8_t reg, size_t size) {
    work.tx[0] = reg;
    return transfer(address, 1, size);
}

static bool write(uint8_t address, uint8_t reg, uint32_t value, size_t size) {
    work.tx[0] = reg;
    work.tx[1] = (uint8_t)(size == 2 ? value >> 8 : value);
    work.tx[2] = (uint8_t)value;
    return transfer(address, 1 + size, 0);
}

/* Big-endian, as these chips send it. */
static uint64_t received(size_t size) {
    uint64_t value = 0;
    for (size_t k = 0; k < size; k++) value = value << 8 | work.rx[k];
    return value;
}

static int64_t signed_of(uint64_t value, unsigned bits) {
    return (int64_t)(value << (64 - bits)) >> (64 - bits);
}

/* Gives the chips their settings; a chip that is silent gets them when it answers again. */
static bool set_up(void) {
    static const struct {
        uint8_t reg;
        uint16_t value;
    } words[] = {{INA_CONFIG, INA_RANGE_AND_CLEAR}, {INA_SHUNT_CAL, INA_SHUNT_CODE}, {INA_ADC_CONFIG, INA_CONTINUOUS}};
    TASK_BEGIN(&work.setup);
    for (work.rail = 0; work.rail < RAILS; work.rail++)
        for (work.step = 0; work.step < sizeof words / sizeof *words; work.step++)
            TASK_AWAIT(&work.setup, write(rail_kinds[work.rail].address, words[work.step].reg, words[work.step].value, 2));
    TASK_AWAIT(&work.setup, write(HALL_ADDRESS, HALL_CONFIG, HALL_CONTINUOUS, 1));
    TASK_END(&work.setup);
}

/* What a rail's register says goes into the reading. */
static void take_register(uint32_t step) {
    rail_t *rail = &work.reading;
    uint64_t *energy = &work.last_energy[work.rail], *charge = &work.last_charge[work.rail], now;
    switch (step) {
    case 0:
        rail->bus_code = (uint32_t)(received(3) >> 4);
        break;
    case 1:
        rail->current_code = (int32_t)(signed_of(received(3), 24) >> 4);
        break;
    case 2:
        rail->power_code = (uint32_t)received(3);
        break;
    case 3:
        now = received(5);
        rail->energy_code += (now - *energy) & 0xffffffffffull;
        *energy = now;
        break;
    default:
        now = received(5);
        rail->charge_code += signed_of((now - *charge) & 0xffffffffffull, 40);
        *charge = now;
    }
}

static void take_temperature(void) {
    int16_t code = (int16_t)received(2);
    sensors.array_valid = work.ok && code != TMP117_NOTHING;
    if (!sensors.array_valid) return;
    /* 7.8125 thousandths of a degree a code. */
    sensors.array_mdegc = (int32_t)round_div((int64_t)code * 78125, 10000);
    sensors.array_us = port_uptime_us();
}

static void take_field(void) {
    sensors.field_valid = work.ok;
    if (work.ok) sensors.field_ut = (int32_t)round_div((int64_t)(int16_t)received(2) * HALL_RANGE_UT, HALL_HALF);
}

static bool round_of_readings(void) {
    static const struct {
        uint8_t reg, size;
    } registers[] = {{INA_VBUS, 3}, {INA_CURRENT, 3}, {INA_POWER, 3}, {INA_ENERGY, 5}, {INA_CHARGE, 5}};
    TASK_BEGIN(&work.round);
    if (!work.set_up) TASK_AWAIT(&work.round, set_up());
    work.set_up = true;
    for (work.rail = 0; work.rail < RAILS; work.rail++) {
        work.reading = sensors.rails[work.rail];
        work.reading.valid = true;
        for (work.step = 0; work.step < sizeof registers / sizeof *registers && work.reading.valid; work.step++) {
            TASK_AWAIT(&work.round, read(rail_kinds[work.rail].address, registers[work.step].reg, registers[work.step].size));
            work.reading.valid = work.ok;
            if (work.ok) take_register(work.step);
        }
        if (!work.reading.valid) work.set_up = false;
        sensors.rails[work.rail] = work.reading;
    }
    TASK_AWAIT(&work.round, read(TMP117_ADDRESS, 0, 2));
    take_temperature();
    TASK_AWAIT(&work.round, read(HALL_ADDRESS, HALL_Z, 2));
    take_field();
    TASK_END(&work.round);
}

void sensors_poll(void) {
    bool resting = work.round.line == 0;
    if (resting && !work.hurry && !wake_reached(work.began + work.period_ms * 1000ull)) return;
    if (resting) {
        work.hurry = false;
        work.began = port_uptime_us();
    }
    if (!round_of_readings()) return;
    sensors.rounds++;
    sensors.round_began = work.began;
    wake_now();
}
