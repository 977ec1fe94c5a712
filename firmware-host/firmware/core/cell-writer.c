#include "cell-writer.h"

#include "counters.h"
#include "front-end.h"
#include "masks.h"

static void read_row(cell_writer_t *writer) {
    writer->burst.columns = writer->columns;
    writer->burst.amplitude_uv = 0;
}

static void pulse(cell_writer_t *writer, uint64_t columns) {
    writer->burst.columns = columns;
    writer->burst.amplitude_uv = WRITE_AMPLITUDE_UV;
}

/* Reads and write pulses have books of their own. */
static void unbook_pulse(uint32_t cells) {
    counters.row_pulses--;
    counters.cell_pulses -= cells;
}

/* What initialises shots is one of their pulses; what programs is a write. Nobody looks at the outcome of either. */
static void book_write(cell_writer_t *writer) {
    uint32_t cells = mask_count(writer->burst.columns);
    counters.cell_reads -= cells;
    counters.comparator_reads -= cells;
    writer->attempts += cells;
    if (!writer->programs) return;
    unbook_pulse(cells);
    counters.write_attempts += cells;
}

static uint64_t wrong_cells(const cell_writer_t *writer) {
    return (burst_shot(&writer->burst, 0) ^ writer->wanted) & writer->columns;
}

bool cell_writer_allowed(const char *verb, refusal_t *refusal) {
    if (drive_longest_ps(WRITE_AMPLITUDE_UV) >= WRITE_WIDTH_PS) return true;
    return refuse(refusal, STATUS_OUT_OF_RANGE, verb, ": this board's limits do not allow the pulse that writes cells", NULL);
}

bool cell_writer_run(cell_writer_t *writer) {
    burst_t *burst = &writer->burst;
    TASK_BEGIN(&writer->task);
    burst->row = writer->row;
    burst->shots = burst->pulses = 1;
    burst->width_ps = WRITE_WIDTH_PS;
    burst->trim_ps = 0;
    writer->attempts = 0;
    read_row(writer);
    TASK_AWAIT(&writer->task, burst_run(burst));
    unbook_pulse(mask_count(writer->columns));
    writer->wrong = wrong_cells(writer);
    for (writer->pass = 0; writer->pass < writer->passes && writer->wrong != 0; writer->pass++) {
        writer->left = writer->wrong;
        while (writer->left != 0) {
            pulse(writer, writer->one_by_one ? writer->left & (0 - writer->left) : writer->left);
            TASK_AWAIT(&writer->task, burst_run(burst));
            book_write(writer);
            writer->left &= ~burst->columns;
        }
        if (!writer->verify) break;
        read_row(writer);
        TASK_AWAIT(&writer->task, burst_run(burst));
        unbook_pulse(mask_count(writer->columns));
        writer->wrong = wrong_cells(writer);
    }
    TASK_END(&writer->task);
}

void cell_writer_stop(cell_writer_t *writer) {
    burst_stop(&writer->burst);
    writer->task.line = 0;
}
