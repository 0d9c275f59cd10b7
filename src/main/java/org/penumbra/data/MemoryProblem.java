package org.penumbra.data;

/** Work that would take more memory than there is, noticed before it began; the message says what to lessen. */
public final class MemoryProblem extends Problem {

    private final MemoryNeed need;

    /** @param message what would take how much, how much there is, and what to do */
    MemoryProblem(MemoryNeed need, String message) {
        this(need, message, "");
    }

    /** @param atTerminal what follows at a terminal, such as an option of Java */
    MemoryProblem(MemoryNeed need, String message, String atTerminal) {
        super(message, atTerminal, null);
        this.need = need;
    }

    /** What it would take. */
    public MemoryNeed need() {
        return need;
    }
}
