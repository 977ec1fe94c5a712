/*
 * Bring-up: the hardware by hand, through the functions that the product uses. Lines of text over the bulk pipes: a letter, then numbers in
 * hexadecimal with spaces between them, then a newline. Each is answered by one line: words in hexadecimal, `ok`, or `?` and why not.
 *
 *   a on               ARRAY_EN                     e on               COIL_EN
 *   d channel code     DAC                          l codeA codeB      delay lines
 *   r byte*8           row mask, rows 0-7 first     c byte*8 ctrl      column enables and control byte
 *   p n ticket shots   shots; answers their words   s frames           converter scan from channel 0; answers its words
 *   g n ticket shots   shots; answers nothing, see k k                  stops them; answers whether they were over
 *   i address size byte...   I2C: writes the bytes, then reads `size`; answers the state and the bytes
 *   t                  die temperature, 0.001 degree v                  serial number
 *   n                  interlock closed              z                  safe state
 *   f                  a fault                       w                  a program that hangs
 *   b                  reboots
 *
 * It checks no limit: an array can be destroyed with it. Never part of a release.
 */
#include <string.h>

#include "application.h"
#include "port.h"

enum { LINE_BYTES = 1024, MOST_NUMBERS = 300, MOST_SHOTS = 512, IDLE_US = 1000000 };

static char line[LINE_BYTES];
static size_t line_size;
static bool line_ready;
static uint32_t numbers[MOST_NUMBERS];
static uint32_t count;
static uint32_t words[2 * MOST_SHOTS];
static uint8_t tx[MOST_NUMBERS], rx[256];
/* What is waited for before the answer: 'p' or 's' for a burst of `pending_size` words, 'i' for a transaction of that many bytes. */
static char pending;
static uint32_t pending_size;

static void put(const char *text) {
    port_usb_write((const uint8_t *)text, strlen(text));
}

static void put_number(uint32_t value, int digits) {
    char text[10];
    for (int i = digits - 1; i >= 0; i--, value >>= 4) text[i] = "0123456789abcdef"[value & 15];
    text[digits] = ' ';
    text[digits + 1] = 0;
    put(text);
}

static void end_line(void) {
    put("\n");
    port_usb_flush();
}

static void answer(const char *text) {
    put(text);
    end_line();
}

static void parse(void) {
    count = 0;
    for (size_t i = 1; i < line_size && count < MOST_NUMBERS;) {
        uint32_t value = 0;
        size_t digits = 0;
        for (; i < line_size; i++, digits++) {
            char c = line[i];
            if (c >= '0' && c <= '9') value = value << 4 | (uint32_t)(c - '0');
            else if (c >= 'a' && c <= 'f') value = value << 4 | (uint32_t)(c - 'a' + 10);
            else break;
        }
        if (digits > 0) numbers[count++] = value;
        else i++;
    }
}

static void start_shots(bool wait) {
    uint32_t shots = numbers[2];
    if (shots > MOST_SHOTS) answer("? too many");
    else if (!port_shots_start(numbers[0], numbers[1], shots, words)) answer("? refused");
    else if (wait) {
        pending = 'p';
        pending_size = 2 * shots;
    } else answer("ok");
}

static void start_scan(void) {
    if (numbers[0] > MOST_SHOTS || !port_scan_start(words, numbers[0])) {
        answer("? refused");
        return;
    }
    pending = 's';
    pending_size = 2 * numbers[0];
}

static void start_i2c(void) {
    for (uint32_t i = 2; i < count; i++) tx[i - 2] = (uint8_t)numbers[i];
    if (numbers[1] > sizeof rx || !port_i2c_start((uint8_t)numbers[0], tx, count - 2, rx, numbers[1])) {
        answer("? refused");
        return;
    }
    pending = 'i';
    pending_size = numbers[1];
}

static void bytes_of(uint8_t mask[8]) {
    for (uint32_t i = 0; i < 8; i++) mask[i] = (uint8_t)numbers[i];
}

/* Numbers that a command needs at least. */
static uint32_t needed(char command) {
    switch (command) {
    case 'a': case 'e': case 's': return 1;
    case 'd': case 'l': case 'i': return 2;
    case 'p': case 'g': return 3;
    case 'r': return 8;
    case 'c': return 9;
    default: return 0;
    }
}

static void obey(char command) {
    uint8_t mask[8];
    switch (command) {
    case 'p': start_shots(true); return;
    case 'g': start_shots(false); return;
    case 's': start_scan(); return;
    case 'i': start_i2c(); return;
    case 'k':
        put_number(port_shots_done(), 1);
        port_shots_stop();
        end_line();
        return;
    case 't':
        put_number((uint32_t)port_die_mdegc(), 8);
        end_line();
        return;
    case 'n':
        put_number(port_interlock_closed(), 1);
        end_line();
        return;
    case 'v': answer(port_serial()); return;
    case 'a': port_array_enable(numbers[0] != 0); break;
    case 'e': port_coil_enable(numbers[0] != 0); break;
    case 'd': port_dac_write((uint8_t)numbers[0], (uint16_t)numbers[1]); break;
    case 'l': port_delay_write((uint16_t)numbers[0], (uint16_t)numbers[1]); break;
    case 'r':
        bytes_of(mask);
        port_row_mask(mask);
        break;
    case 'c':
        bytes_of(mask);
        port_columns(mask, (uint8_t)numbers[8]);
        break;
    case 'z': port_safe(); break;
    case 'f': __asm volatile("svc 0"); break; /* nobody handles it */
    case 'w': for (;;) __asm volatile("wfi");
    case 'b': port_reboot(false); break;
    default: answer("? unknown"); return;
    }
    answer("ok");
}

void core_init(void) {
}

size_t core_received(const uint8_t *data, size_t size) {
    size_t taken = 0;
    while (taken < size && !line_ready) {
        char c = (char)data[taken++];
        if (c == '\n') line_ready = true;
        else if (line_size < LINE_BYTES) line[line_size++] = c;
    }
    return taken;
}

void core_usb_reset(void) {
    port_safe();
    line_size = 0;
    line_ready = false;
    pending = 0;
}

static void end_pending(void) {
    if (pending == 'i') {
        int state = port_i2c_state();
        if (state == 0) return;
        put_number((uint32_t)state, 8);
        for (uint32_t i = 0; i < pending_size; i++) put_number(rx[i], 2);
    } else {
        if (!port_shots_done()) return;
        for (uint32_t i = 0; i < pending_size; i++) put_number(words[i], 8);
    }
    pending = 0;
    end_line();
}

uint64_t core_poll(void) {
    if (pending != 0) end_pending();
    if (line_ready && pending == 0) {
        parse();
        char command = line_size > 0 ? line[0] : ' ';
        if (count < needed(command)) answer("? numbers are missing");
        else obey(command);
        line_size = 0;
        line_ready = false;
        return port_uptime_us(); /* the next line may have come with this one */
    }
    return port_uptime_us() + IDLE_US;
}
