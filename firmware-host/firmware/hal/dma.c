#include "dma.h"

#include "clocks.h"
#include "registers.h"
#include "wake-up.h"

enum { TICKETS = 0, WORDS = 1 };
enum { READ_ADDR = 0x00, WRITE_ADDR = 0x04, TRANS_COUNT = 0x08, CTRL_TRIG = 0x0c, AL1_CTRL = 0x10 };
enum { CTRL_ENABLE = BIT(0), CTRL_WORDS = 2u << 2, CTRL_INCREMENT_WRITE = BIT(5), CTRL_QUIET = BIT(21), CTRL_BUSY = BIT(24) };
#define CTRL_CHAIN(channel) ((uint32_t)(channel) << 11) /* to itself: to none */
#define CTRL_REQUEST(request) ((uint32_t)(request) << 15)
#define CHANNEL(channel, offset) REG(DMA + 0x40u * (uint32_t)(channel) + (offset))
#define INTE0 REG(DMA + 0x404)
#define INTS0 REG(DMA + 0x40c)
#define CHAN_ABORT REG(DMA + 0x444)
#define BOTH (BIT(TICKETS) | BIT(WORDS))

void irq_dma(void);

static volatile bool busy;

void irq_dma(void) {
    INTS0 = BIT(WORDS);
    busy = false;
    event_raise();
}

void dma_start(void) {
    clocks_release(RESET_DMA);
    INTE0 = BIT(WORDS);
    REG(NVIC_ISER) = BIT(IRQ_DMA);
}

static void start(uint32_t channel, uint32_t from, uint32_t to, uint32_t count, uint32_t control) {
    CHANNEL(channel, READ_ADDR) = from;
    CHANNEL(channel, WRITE_ADDR) = to;
    CHANNEL(channel, TRANS_COUNT) = count;
    CHANNEL(channel, CTRL_TRIG) = control | CTRL_ENABLE | CTRL_WORDS | CTRL_CHAIN(channel);
}

void dma_feed(uint32_t fifo, const uint32_t *word, uint32_t count, uint32_t request) {
    if (count > 0) start(TICKETS, (uint32_t)word, fifo, count, CTRL_QUIET | CTRL_REQUEST(request));
}

void dma_drain(uint32_t fifo, uint32_t *words, uint32_t count, uint32_t request) {
    busy = true;
    start(WORDS, fifo, (uint32_t)words, count, CTRL_INCREMENT_WRITE | CTRL_REQUEST(request));
}

bool dma_busy(void) {
    return busy;
}

void dma_abort(void) {
    /* An abort may raise the interrupt of its channel (erratum RP2040-E13). CHAN_ABORT is not asked: the emulated one never says that it is over. */
    INTE0 = 0;
    CHANNEL(TICKETS, AL1_CTRL) = 0;
    CHANNEL(WORDS, AL1_CTRL) = 0;
    CHAN_ABORT = BOTH;
    for (int i = 0; i < 16 && ((CHANNEL(TICKETS, AL1_CTRL) | CHANNEL(WORDS, AL1_CTRL)) & CTRL_BUSY) != 0; i++) {
    }
    INTS0 = BOTH;
    INTE0 = BIT(WORDS);
    busy = false;
}
