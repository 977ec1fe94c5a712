#include "i2c.h"

#include "clocks.h"
#include "pins.h"
#include "registers.h"
#include "timer.h"
#include "wake-up.h"

enum { CON = 0x00, TAR = 0x04, DATA_CMD = 0x10, FS_SCL_HCNT = 0x1c, FS_SCL_LCNT = 0x20, INTR_STAT = 0x2c, INTR_MASK = 0x30 };
enum { RX_TL = 0x38, TX_TL = 0x3c, CLR_TX_ABRT = 0x54, CLR_STOP_DET = 0x60, ENABLE = 0x6c, TXFLR = 0x74, RXFLR = 0x78 };
enum { SDA_HOLD = 0x7c, FS_SPKLEN = 0xa0 };
enum { INT_RX_FULL = BIT(2), INT_TX_EMPTY = BIT(4), INT_TX_ABRT = BIT(6), INT_STOP_DET = BIT(9) };
enum { CMD_READ = BIT(8), CMD_STOP = BIT(9), CMD_RESTART = BIT(10) };
/* Master, fast mode, repeated starts, no slave. */
#define CON_MASTER (BIT(0) | 2u << 1 | BIT(5) | BIT(6))
#define FIFO_DEPTH 16u
#define TX_THRESHOLD 4u
#define RX_AT_ONCE 8u
/* At 400 kHz: 1.5 us low, 1 us high; the controller adds some cycles of its own. Data change 0.3 us after the clock falls. Odd: see start_block. */
enum { LOW_CYCLES = 188, HIGH_CYCLES = 125, HOLD_CYCLES = 39, SPIKE_CYCLES = 11 };
#define FASTEST_HZ 400000u
#define CYCLES_PER_S 125000000u
#define REGISTER(offset) REG(I2C0 + (offset))

void irq_i2c(void);

static struct {
    const uint8_t *tx;
    uint8_t *rx;
    uint32_t tx_size, rx_size;
    uint32_t given, got; /* commands given, bytes received */
    uint64_t started_us;
    bool aborted;
} job;
static volatile int state = I2C_DONE;
/* Clock of the bus. */
static uint32_t low_cycles = LOW_CYCLES, high_cycles = HIGH_CYCLES, deadline_us = I2C_DEADLINE_US;

/* The block must be off. */
static void set_clock(void) {
    REGISTER(FS_SCL_HCNT) = high_cycles;
    REGISTER(FS_SCL_LCNT) = low_cycles;
}

static void start_block(void) {
    REGISTER(ENABLE) = 0;
    REGISTER(INTR_MASK) = 0;
    REGISTER(CON) = CON_MASTER;
    set_clock();
    REGISTER(FS_SPKLEN) = SPIKE_CYCLES;
    REGISTER(SDA_HOLD) = HOLD_CYCLES; /* the emulated chip complains of even values */
    REGISTER(TX_TL) = TX_THRESHOLD;
}

static void wait_us(uint32_t us) {
    uint64_t over = timer_uptime_us() + us + 1;
    while (timer_uptime_us() < over) {
    }
}

/* An open drain by hand: low, or left to its resistor. */
static void pull(enum pin pin, bool low) {
    if (low)
        SIO_OE_SET = BIT(pin);
    else
        SIO_OE_CLEAR = BIT(pin);
    wait_us(1);
}

/* Nine clocks bring a chip that still drives a byte to the end of it; a stop ends its transaction. The block itself is reset meanwhile. */
static void free_bus(void) {
    REG_SET(RESETS_RESET) = BIT(RESET_I2C0);
    SIO_OE_CLEAR = BIT(PIN_SDA) | BIT(PIN_SCL);
    SIO_OUT_CLEAR = BIT(PIN_SDA) | BIT(PIN_SCL);
    for (uint32_t pin = PIN_SDA; pin <= PIN_SCL; pin++) {
        REG(PADS(pin)) = 0x5a; /* input, Schmitt trigger, pull-up beside the board's */
        REG(IO_CTRL(pin)) = FUNC_SIO;
    }
    for (int i = 0; i < 9; i++) {
        pull(PIN_SCL, true);
        pull(PIN_SCL, false);
    }
    pull(PIN_SCL, true);
    pull(PIN_SDA, true);
    pull(PIN_SCL, false);
    pull(PIN_SDA, false);
    clocks_release(RESET_I2C0);
    start_block();
    for (uint32_t pin = PIN_SDA; pin <= PIN_SCL; pin++) REG(IO_CTRL(pin)) = FUNC_I2C;
}

void i2c_start_bus(void) {
    free_bus();
    REG(NVIC_ISER) = BIT(IRQ_I2C);
}

static uint32_t command(uint32_t at) {
    uint32_t last = at + 1 == job.tx_size + job.rx_size ? CMD_STOP : 0;
    if (at < job.tx_size) return job.tx[at] | last;
    return CMD_READ | last | (at == job.tx_size && at > 0 ? CMD_RESTART : 0);
}

/* Moves what can be moved, and asks for the interrupts that are still to come. */
static void pump(void) {
    while (job.got < job.rx_size && REGISTER(RXFLR) > 0) job.rx[job.got++] = (uint8_t)REGISTER(DATA_CMD);
    uint32_t total = job.tx_size + job.rx_size;
    uint32_t room = FIFO_DEPTH - REGISTER(TXFLR);
    uint32_t mask = INT_TX_ABRT | INT_STOP_DET;
    for (; job.given < total; room--) {
        /* No more reads under way than the receive FIFO holds. */
        if (job.given >= job.tx_size + job.got + FIFO_DEPTH) break;
        if (room == 0) {
            mask |= INT_TX_EMPTY;
            break;
        }
        REGISTER(DATA_CMD) = command(job.given++);
    }
    if (job.given > job.tx_size + job.got) {
        uint32_t coming = job.given - job.tx_size - job.got;
        REGISTER(RX_TL) = (coming < RX_AT_ONCE ? coming : RX_AT_ONCE) - 1;
        mask |= INT_RX_FULL;
    }
    REGISTER(INTR_MASK) = mask;
}

bool i2c_start(uint8_t address, const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size) {
    if (state == I2C_BUSY || tx_size + rx_size == 0) return false;
    job.tx = tx;
    job.rx = rx;
    job.tx_size = tx_size;
    job.rx_size = rx_size;
    job.given = job.got = 0;
    job.aborted = false;
    job.started_us = timer_uptime_us();
    state = I2C_BUSY;
    REGISTER(ENABLE) = 0;
    set_clock();
    REGISTER(TAR) = address;
    REGISTER(ENABLE) = 1;
    (void)REGISTER(CLR_TX_ABRT);
    (void)REGISTER(CLR_STOP_DET);
    pump();
    return true;
}

static void end(int result) {
    REGISTER(INTR_MASK) = 0;
    state = result;
    event_raise();
}

void irq_i2c(void) {
    uint32_t status = REGISTER(INTR_STAT);
    if (state != I2C_BUSY) {
        REGISTER(INTR_MASK) = 0;
        return;
    }
    if ((status & INT_TX_ABRT) != 0) {
        /* The controller sends a stop by itself. Until its interrupt is cleared it throws away what it is given. */
        job.aborted = true;
        REGISTER(INTR_MASK) = INT_STOP_DET;
    } else if (!job.aborted) {
        pump();
    }
    if ((status & INT_STOP_DET) == 0) return;
    (void)REGISTER(CLR_STOP_DET);
    (void)REGISTER(CLR_TX_ABRT);
    bool whole = job.given == job.tx_size + job.rx_size && job.got == job.rx_size;
    end(!job.aborted && whole ? I2C_DONE : I2C_NOT_ACKNOWLEDGED);
}

int i2c_state(void) {
    if (state != I2C_BUSY || timer_uptime_us() - job.started_us < deadline_us) return state;
    REG(NVIC_ICER) = BIT(IRQ_I2C);
    if (state == I2C_BUSY) {
        free_bus();
        state = I2C_TIMED_OUT;
        event_raise();
    }
    REG(NVIC_ICPR) = BIT(IRQ_I2C);
    REG(NVIC_ISER) = BIT(IRQ_I2C);
    return state;
}

void i2c_clock(uint32_t hz) {
    uint32_t period = (CYCLES_PER_S + hz - 1) / hz;
    high_cycles = period * 2 / 5;
    low_cycles = period - high_cycles;
    deadline_us = I2C_DEADLINE_US * (FASTEST_HZ / 1000) / (hz / 1000);
}
