#include "lines.h"

#include "clocks.h"
#include "registers.h"

/* Pads: input enabled, Schmitt trigger, 4 mA; with pull-up or pull-down or neither. */
enum { PAD_PLAIN = 0x52, PAD_PULL_DOWN = 0x56, PAD_PULL_UP = 0x5a };

#define OUTPUTS                                                                                                                    \
    (BIT(PIN_DAC_CS) | BIT(PIN_ROW_SYNC) | BIT(PIN_COL_LATCH) | BIT(PIN_LED) | BIT(PIN_DLY_LOAD) | BIT(PIN_COIL_EN) |              \
     BIT(PIN_ARRAY_EN))
#define RESTING_HIGH (BIT(PIN_DAC_CS) | BIT(PIN_ROW_SYNC))

static void function(enum pin pin, enum pin_function function, uint32_t pad) {
    REG(PADS((uint32_t)pin)) = pad;
    REG(IO_CTRL((uint32_t)pin)) = function;
}

void lines_start(void) {
    clocks_release(RESET_IO_BANK0);
    clocks_release(RESET_PADS);
    /* Levels before directions before functions: no line moves on the way. */
    SIO_OUT_CLEAR = OUTPUTS & ~RESTING_HIGH;
    SIO_OUT_SET = RESTING_HIGH;
    SIO_OE_SET = OUTPUTS;
    for (uint32_t pin = 0; pin < 30; pin++)
        if ((OUTPUTS & BIT(pin)) != 0) function((enum pin)pin, FUNC_SIO, PAD_PULL_DOWN);
    function(PIN_INTERLOCK, FUNC_SIO, PAD_PULL_UP);
}

void line_set(enum pin pin, bool high) {
    if (high)
        SIO_OUT_SET = BIT(pin);
    else
        SIO_OUT_CLEAR = BIT(pin);
}

bool line_get(enum pin pin) {
    return (SIO_IN & BIT(pin)) != 0;
}
