#include "state-machines.h"

#include "clocks.h"
#include "dma.h"
#include "pins.h"
#include "pio-programs.h"
#include "registers.h"

enum { SHOTS = 0, SCAN = 1 };
#define CTRL REG(PIO0 + 0x00)
#define LEVELS REG(PIO0 + 0x0c)
#define TX_FIFO(machine) (PIO0 + 0x10u + 4u * (machine))
#define RX_FIFO(machine) (PIO0 + 0x20u + 4u * (machine))
#define INPUT_SYNC_BYPASS REG(PIO0 + 0x38)
#define PAD_OUT REG(PIO0 + 0x3c)
#define INSTRUCTION(at) REG(PIO0 + 0x48u + 4u * (at))
enum { CLKDIV = 0x00, EXECCTRL = 0x04, SHIFTCTRL = 0x08, INSTR = 0x10, PINCTRL = 0x14 };
#define MACHINE(machine, offset) REG(PIO0 + 0xc8u + 0x18u * (machine) + (offset))
#define RESTART(machine) BIT(4 + (machine))
#define FIFO_DEPTH 4

#define WRAP(bottom, top) ((uint32_t)(top) << 12 | (uint32_t)(bottom) << 7)
enum { AUTOPUSH_32 = BIT(16), IN_RIGHT = BIT(18), OUT_RIGHT = BIT(19) };
#define SIDE_PINS(base, count) ((uint32_t)(count) << 29 | (uint32_t)(base) << 10)
#define SET_PINS(base, count) ((uint32_t)(count) << 26 | (uint32_t)(base) << 5)
#define OUT_PINS(base, count) ((uint32_t)(count) << 20 | (uint32_t)(base))
#define SHOT_PINS (SIDE_PINS(PIN_SHLD, 2) | SET_PINS(PIN_TRIG_A, 3))
#define SCAN_PINS (SIDE_PINS(PIN_FCLK, 1) | SET_PINS(PIN_ADC_CS, 1) | OUT_PINS(PIN_ADC_MOSI, 1))

/* Command of the converters (from memory of the data sheet): automatic channels from 0 on, 0 to 2.5 V; later frames carry on with 0. */
#define SCAN_FROM_CHANNEL_0 (0x2c00u << 16)

static uint32_t ticket_word;
static const uint32_t carry_on;

/* Lets a machine that does not run execute one instruction. */
static void execute(uint32_t machine, uint32_t word) {
    MACHINE(machine, INSTR) = word;
}

/* Levels, then directions, of up to five pins; leaves the machine without its own. */
static void drive(uint32_t machine, enum pin base, uint32_t count, uint32_t levels) {
    MACHINE(machine, PINCTRL) = SET_PINS(base, count);
    execute(machine, PIO_SET(PLACE_PINS, levels));
    execute(machine, PIO_SET(PLACE_PIN_DIRECTIONS, BIT(count) - 1));
}

static void connect(enum pin first, enum pin last) {
    for (uint32_t pin = first; pin <= (uint32_t)last; pin++) {
        REG(PADS(pin)) = 0x56; /* input, Schmitt trigger, pull-down: never undefined while nobody drives it */
        REG(IO_CTRL(pin)) = FUNC_PIO0;
    }
}

void machines_start(void) {
    clocks_release(RESET_PIO0);
    for (uint32_t i = 0; i < SHOT_LENGTH; i++) INSTRUCTION(SHOT_ORIGIN + i) = shot_program[i];
    for (uint32_t i = 0; i < SCAN_LENGTH; i++) INSTRUCTION(SCAN_ORIGIN + i) = scan_program[i];
    /* The synchroniser's two cycles are half a bit of the chains. No emulator shows it: it models no synchroniser. */
    INPUT_SYNC_BYPASS = 0xff;
    MACHINE(SHOTS, CLKDIV) = MACHINE(SCAN, CLKDIV) = 1u << 16;
    MACHINE(SHOTS, EXECCTRL) = WRAP(SHOT_ORIGIN, SHOT_ORIGIN + SHOT_LENGTH - 1);
    MACHINE(SCAN, EXECCTRL) = WRAP(SCAN_ORIGIN, SCAN_ORIGIN + SCAN_LENGTH - 1);
    MACHINE(SHOTS, SHIFTCTRL) = AUTOPUSH_32 | IN_RIGHT | OUT_RIGHT;
    MACHINE(SCAN, SHIFTCTRL) = AUTOPUSH_32;
    drive(SHOTS, PIN_SHLD, 5, SIDE_HOLD);
    drive(SCAN, PIN_ADC_CS, 2, 1);
    MACHINE(SHOTS, PINCTRL) = SHOT_PINS;
    MACHINE(SCAN, PINCTRL) = SCAN_PINS;
    connect(PIN_D0, PIN_PULSE_SEL);
    connect(PIN_ADC_CS, PIN_ADC_MOSI);
}

/* Back to the first word of a stopped machine's program with nothing in its FIFOs; FCLK low, comparators held. */
static void rewind(uint32_t machine, uint32_t origin, uint32_t side) {
    for (int i = 0; i < FIFO_DEPTH && (LEVELS >> (8 * machine) & 0xf) != 0; i++) execute(machine, PIO_PULL_NOBLOCK | side);
    for (int i = 0; i < FIFO_DEPTH && (LEVELS >> (8 * machine + 4) & 0xf) != 0; i++) (void)REG(RX_FIFO(machine));
    execute(machine, PIO_JMP(JUMP_ALWAYS, origin) | side);
}

/* Both machines stopped; their pins stay as they are. */
static void halt(void) {
    CTRL = RESTART(SHOTS) | RESTART(SCAN);
}

static void rewind_both(void) {
    rewind(SHOTS, SHOT_ORIGIN, PIO_SIDE2(SIDE_HOLD, 0));
    rewind(SCAN, SCAN_ORIGIN, PIO_SIDE1(0, 0));
}

/* Pins of a machine that was stopped in the midst of a shot or frame. */
static void release_pins(void) {
    if ((PAD_OUT & (BIT(PIN_TRIG_A) | BIT(PIN_TRIG_B) | BIT(PIN_PULSE_SEL))) != 0) {
        /* A falls before B, by more than the range of the delay lines: a store takes 16 ns at least. Then the row goes to VREAD. */
        execute(SHOTS, PIO_SET(PLACE_PINS, SHOT_SEL | SHOT_B) | PIO_SIDE2(SIDE_HOLD, 0));
        execute(SHOTS, PIO_SET(PLACE_PINS, SHOT_SEL) | PIO_SIDE2(SIDE_HOLD, 0));
        execute(SHOTS, PIO_SET(PLACE_PINS, 0) | PIO_SIDE2(SIDE_HOLD, 0));
    }
    execute(SCAN, PIO_SET(PLACE_PINS, 1) | PIO_SIDE1(0, 0));
}

bool machines_shots(uint32_t cycles_n, uint32_t ticket, uint32_t shots, uint32_t *words) {
    if (shots == 0 || dma_busy()) return false;
    halt();
    rewind_both();
    INSTRUCTION(SHOT_ORIGIN + 3) = pio_shot_word(3, cycles_n);
    INSTRUCTION(SHOT_ORIGIN + 4) = pio_shot_word(4, cycles_n);
    ticket_word = ticket;
    dma_drain(RX_FIFO(SHOTS), words, 2 * shots, DMA_REQUEST_WORD + SHOTS);
    dma_feed(TX_FIFO(SHOTS), &ticket_word, shots, DMA_REQUEST_TICKET + SHOTS);
    CTRL = BIT(SHOTS);
    return true;
}

bool machines_scan(uint32_t *words, uint32_t frames) {
    if (frames == 0 || dma_busy()) return false;
    halt();
    rewind_both();
    REG(TX_FIFO(SCAN)) = SCAN_FROM_CHANNEL_0;
    dma_drain(RX_FIFO(SCAN), words, 2 * frames, DMA_REQUEST_WORD + SCAN);
    dma_feed(TX_FIFO(SCAN), &carry_on, frames - 1, DMA_REQUEST_TICKET + SCAN);
    CTRL = BIT(SCAN);
    return true;
}

bool machines_busy(void) {
    return dma_busy();
}

void machines_stop(void) {
    halt();
    release_pins();
    dma_abort();
    rewind_both();
}
