package org.penumbra;

/** The entry point: without arguments it opens the window, otherwise it runs a command. */
public final class Penumbra {

    private Penumbra() {
    }

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException();
    }
}
