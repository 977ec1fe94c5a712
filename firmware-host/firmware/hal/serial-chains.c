#include "serial-chains.h"

#include <stdbool.h>

#include "clocks.h"
#include "lines.h"
#include "registers.h"

enum { SPI_CR0 = 0x00, SPI_CR1 = 0x04, SPI_DR = 0x08, SPI_SR = 0x0c, SPI_CPSR = 0x10 };
enum { SR_BUSY = BIT(4) };
enum { MODE_0 = 0, MODE_1 = BIT(7) };
/* clk_peri / 2 / (1 + SCR): 20.83 MHz and, for the delay line, 10.4 MHz. */
enum { FAST = 2 << 8, DELAY_RATE = 5 << 8 };
#define BITS(n) ((n) - 1u)

/* A word for the delay line is on its way, and not yet loaded. */
static bool delay_under_way;

/* DAC80508 (from memory, not yet compared with its data sheet): 24 bits, register 8 + channel, then the code. */
static uint32_t dac_word(uint8_t channel, uint16_t code) {
    return (8u + (channel & 7u)) << 16 | code;
}

/* SY89297U (from memory, not yet compared with its data sheet): ten bits for B, then ten for A. */
static uint32_t delay_word(uint16_t code_a, uint16_t code_b) {
    return (code_b & 0x3ffu) << 10 | (code_a & 0x3ffu);
}

static void start_bus(uint32_t bus) {
    REG(bus + SPI_CPSR) = 2;
    REG(bus + SPI_CR0) = FAST | BITS(8);
    REG(bus + SPI_CR1) = BIT(1);
}

static void connect(enum pin pin, enum pin_function function) {
    REG(PADS((uint32_t)pin)) = 0x56;
    REG(IO_CTRL((uint32_t)pin)) = function;
}

void chains_start(void) {
    clocks_release(RESET_SPI0);
    clocks_release(RESET_SPI1);
    start_bus(SPI0);
    start_bus(SPI1);
    connect(PIN_ROW_RX, FUNC_SPI);
    connect(PIN_SPI0_SCK, FUNC_SPI);
    connect(PIN_SPI0_TX, FUNC_SPI);
    connect(PIN_SPI1_SCK, FUNC_SPI);
    connect(PIN_SPI1_TX, FUNC_SPI);
}

/* Eight frames of 16 bits take 6.2 us, 780 cycles; a turn takes eight at least. A controller that does not end by then never does. */
#define LONGEST_TURNS 160

/* Waits until a controller is idle. What it has received stays where it is: nobody reads it, and an overrun harms nothing. */
static void settle(uint32_t bus) {
    for (int i = 0; i < LONGEST_TURNS && (REG(bus + SPI_SR) & SR_BUSY) != 0; i++) {
    }
}

/* At most eight frames, the depth of the FIFO. */
static void begin(uint32_t bus, uint32_t control, const uint16_t *frames, uint32_t count) {
    REG(bus + SPI_CR0) = control;
    for (uint32_t i = 0; i < count; i++) REG(bus + SPI_DR) = frames[i];
}

/*
 * Waits for the last bit, too. The wait spins, for 4 us at most: the select line must rise behind that bit, and neither a sleep nor an
 * interrupt would be shorter.
 */
static void send(uint32_t bus, uint32_t control, const uint16_t *frames, uint32_t count) {
    begin(bus, control, frames, count);
    settle(bus);
}

void chains_finish(void) {
    if (!delay_under_way) return;
    delay_under_way = false;
    settle(SPI1);
    line_set(PIN_DLY_LOAD, true);
    line_set(PIN_DLY_LOAD, false);
}

void chains_settle(void) {
    settle(SPI0);
    settle(SPI1);
    chains_finish();
    line_set(PIN_DAC_CS, true);
}

void chain_rows(const uint8_t mask[8]) {
    uint16_t frames[4];
    for (uint32_t i = 0; i < 4; i++) frames[i] = (uint16_t)(mask[7 - 2 * i] << 8 | mask[6 - 2 * i]);
    line_set(PIN_ROW_SYNC, false);
    send(SPI0, FAST | MODE_0 | BITS(16), frames, 4);
    line_set(PIN_ROW_SYNC, true);
    chains_finish();
}

void chain_columns(const uint8_t mask[8], uint8_t control) {
    const uint8_t bytes[9] = {control, mask[7], mask[6], mask[5], mask[4], mask[3], mask[2], mask[1], mask[0]};
    uint16_t frames[6];
    for (uint32_t i = 0; i < 3; i++) {
        const uint8_t *three = bytes + 3 * i;
        frames[2 * i] = (uint16_t)(three[0] << 4 | three[1] >> 4);
        frames[2 * i + 1] = (uint16_t)((three[1] & 15) << 8 | three[2]);
    }
    send(SPI0, FAST | MODE_0 | BITS(12), frames, 6);
    line_set(PIN_COL_LATCH, true);
    line_set(PIN_COL_LATCH, false);
    chains_finish();
}

void chain_dac(uint8_t channel, uint16_t code) {
    uint32_t word = dac_word(channel, code);
    const uint16_t frames[3] = {word >> 16 & 0xff, word >> 8 & 0xff, word & 0xff};
    chains_finish();
    line_set(PIN_DAC_CS, false);
    send(SPI1, FAST | MODE_1 | BITS(8), frames, 3);
    line_set(PIN_DAC_CS, true);
}

void chain_delay(uint16_t code_a, uint16_t code_b) {
    uint32_t word = delay_word(code_a, code_b);
    const uint16_t frames[2] = {word >> 10, word & 0x3ff};
    chains_finish();
    begin(SPI1, DELAY_RATE | MODE_0 | BITS(10), frames, 2);
    delay_under_way = true;
}
