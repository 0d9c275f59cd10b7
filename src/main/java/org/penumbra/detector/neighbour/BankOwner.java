package org.penumbra.detector.neighbour;

import java.util.OptionalInt;

/** Remembers by a bank. */
interface BankOwner extends Remembering {

    /** What it remembers. */
    Bank bank();

    @Override
    default int remembered() {
        return bank().count();
    }

    @Override
    default OptionalInt find(int origin) {
        return bank().find(origin);
    }

    @Override
    default float[] recall(int index) {
        return bank().kept().row(index);
    }

    @Override
    default int origin(int index) {
        return bank().origins()[index];
    }

    @Override
    default int label(int index) {
        return bank().labels()[index];
    }
}
